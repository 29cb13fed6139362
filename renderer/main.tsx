import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import '@fontsource-variable/inter';
import Typography from '@mui/material/Typography';
import { createRoot } from 'react-dom/client';

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
const cache = createCache({ key: 'css', ...(nonce === undefined ? {} : { nonce }) });
const container = document.getElementById('root');
if (container === null) throw new Error('index.html has no #root');

createRoot(container).render(
  <CacheProvider value={cache}>
    <Typography variant="h4" component="h1" sx={{ p: 3 }}>
      Carnet
    </Typography>
  </CacheProvider>,
);
