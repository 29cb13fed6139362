#!/bin/sh
# Two server processes on one PostgreSQL behind nginx, on one Debian machine, from nothing. As root, with this repository
# in /opt/carnet and `npm ci --omit=dev` done:
#
#   sh /opt/carnet/server/deploy/set-up.sh carnet.example /etc/ssl/carnet.example.pem /etc/ssl/carnet.example.key
#
# Run again it changes nothing that is there: the password, the settings and the database stay. Without systemd (a
# container) everything is prepared and nothing started.
set -eu

host=${1:?usage: set-up.sh HOST CERTIFICATE KEY}
certificate=${2:?usage: set-up.sh HOST CERTIFICATE KEY}
key=${3:?usage: set-up.sh HOST CERTIFICATE KEY}
here=/opt/carnet/server/deploy
ports='8787 8788'

[ "$(id -u)" = 0 ] || { echo 'Run it as root.' >&2; exit 1; }
[ -f "$here/nginx.conf" ] || { echo 'The repository has to be in /opt/carnet.' >&2; exit 1; }
node=$(command -v node || true)
{ [ -n "$node" ] && "$node" -e 'process.exit(Number(process.versions.node.split(".")[0]) < 24 ? 1 : 0)'; } ||
  { echo 'Node 24 or newer is needed, on PATH.' >&2; exit 1; }

command -v nginx >/dev/null && command -v pg_ctlcluster >/dev/null ||
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql nginx; }
[ -d /run/systemd/system ] || pg_lsclusters -h | while read -r version cluster _ state _; do
  [ "$state" = online ] || pg_ctlcluster "$version" "$cluster" start
done

id carnet >/dev/null 2>&1 ||
  useradd --system --home-dir /nonexistent --shell /usr/sbin/nologin carnet
install -d -m 0755 /etc/carnet
if [ ! -f /etc/carnet/server.env ]; then
  password=$(od -An -N24 -tx1 /dev/urandom | tr -d ' \n')
  # From standard input: a password on a command line can be read by everybody.
  as_postgres() { (cd / && runuser -u postgres -- psql -qX -v ON_ERROR_STOP=1 "$@"); }
  [ -n "$(as_postgres -Atc "SELECT 1 FROM pg_roles WHERE rolname = 'carnet'")" ] ||
    as_postgres -c 'CREATE ROLE carnet LOGIN'
  echo "ALTER ROLE carnet PASSWORD '$password'" | as_postgres
  [ -n "$(as_postgres -Atc "SELECT 1 FROM pg_database WHERE datname = 'carnet'")" ] ||
    as_postgres -c "CREATE DATABASE carnet OWNER carnet ENCODING 'UTF8' TEMPLATE template0"
  (umask 077 && echo "DATABASE_URL=postgres://carnet:$password@127.0.0.1/carnet" >/etc/carnet/server.env)
fi
[ -f /etc/carnet/server.json ] || install -m 0644 "$here/server.json" /etc/carnet/server.json

sed "s|/usr/bin/node|$node|" "$here/carnet-server@.service" >/etc/systemd/system/carnet-server@.service
sed -e "s|server_name .*;|server_name $host;|" \
  -e "s|ssl_certificate .*;|ssl_certificate     $certificate;|" \
  -e "s|ssl_certificate_key .*;|ssl_certificate_key $key;|" \
  "$here/nginx.conf" >/etc/nginx/conf.d/carnet.conf
nginx -t

if [ -d /run/systemd/system ]; then
  systemctl daemon-reload
  for port in $ports; do systemctl enable --now "carnet-server@$port"; done
  for port in $ports; do
    "$node" -e 'const ask = (left) => fetch(process.argv[1]).then(({ ok }) => { if (!ok) throw 0; })
      .catch(() => left ? setTimeout(ask, 500, left - 1) : process.exit(1)); ask(60)' "http://127.0.0.1:$port/healthz" ||
      { echo "The server on port $port does not answer: journalctl -u carnet-server@$port" >&2; exit 1; }
  done
  systemctl reload nginx
  echo 'The code of the first administrator: journalctl -u carnet-server@8787 | grep adminEnrollment'
else
  echo 'No systemd here: nothing was started.'
fi
