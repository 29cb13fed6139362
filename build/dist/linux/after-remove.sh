#!/bin/sh
# Of the .deb and the .rpm. A newer version is in place already when its predecessor goes: then there is nothing to take
# away (dpkg says "upgrade", rpm says how many are left).
case "${1:-remove}" in
    upgrade | failed-upgrade | abort-install | abort-upgrade | [1-9]*) exit 0 ;;
esac

if command -v update-alternatives >/dev/null 2>&1; then
    update-alternatives --remove '${executable}' '/opt/${sanitizedProductName}/${executable}'
else
    rm -f '/usr/bin/${executable}'
fi

profile='/etc/apparmor.d/${executable}'
if [ -f "$profile" ]; then
    # Out of the kernel first, else it is in force until the next start.
    if apparmor_status --enabled >/dev/null 2>&1 && ! { [ -x /usr/bin/ischroot ] && /usr/bin/ischroot; }; then
        apparmor_parser --remove "$profile" || true
    fi
    rm -f "$profile"
fi
