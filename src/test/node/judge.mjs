// A relying party made of openid-client or of oauth4webapi. Says OPEN and an address when a browser has to go somewhere,
// and reads where that ended; says DONE when everything was as the library wants it.
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline/promises';
import { pathToFileURL } from 'node:url';

const asked = JSON.parse(process.argv[2]);
const require = createRequire(pathToFileURL(asked.modules + '/x.js'));
const load = async (name) => import(pathToFileURL(require.resolve(name)));
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();

const browse = async (url) => {
  console.log('OPEN ' + url);
  return new URL((await lines.next()).value);
};

const expect = (what, ok) => {
  if (!ok) throw new Error('not so: ' + what);
};

const refused = async (what, promise, error) => {
  try {
    await promise;
  } catch (e) {
    expect(what + ' is refused with ' + error + ', not ' + (e.error ?? e.message), e.error === error);
    return;
  }
  throw new Error('not refused: ' + what);
};

async function privateKey() {
  return crypto.subtle.importKey('jwk', asked.key, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']);
}

async function openidClient() {
  const c = await load('openid-client');
  const auth = {
    basic: () => c.ClientSecretBasic(asked.secret),
    post: () => c.ClientSecretPost(asked.secret),
    none: () => c.None(),
    key: async () => c.PrivateKeyJwt({ key: await privateKey(), kid: asked.key.kid }),
  };
  const method = await auth[asked.proof]();
  const config = await c.discovery(new URL(asked.issuer), asked.clientId, asked.metadata ?? {}, method, {
    execute: [c.allowInsecureRequests],
  });
  const verifier = c.randomPKCECodeVerifier();
  const state = c.randomState();
  const nonce = c.randomNonce();
  const url = c.buildAuthorizationUrl(config, {
    redirect_uri: asked.redirectUri,
    scope: 'openid profile email offline_access',
    code_challenge: await c.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    max_age: '600',
  });
  const back = await browse(url);
  const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, maxAge: 600, idTokenExpected: true };
  const tokens = await c.authorizationCodeGrant(config, back, checks);
  const sub = tokens.claims().sub;
  expect('the email', tokens.claims().email === asked.email);
  const info = await c.fetchUserInfo(config, tokens.access_token, sub);
  expect('the email of user-info', info.email === asked.email && info.email_verified === true);
  const again = await c.refreshTokenGrant(config, tokens.refresh_token);
  expect('the same person', again.claims().sub === sub);
  if (asked.proof !== 'none') {
    const told = await c.tokenIntrospection(config, again.access_token);
    expect('an active token', told.active === true && told.sub === sub);
  }
  await c.tokenRevocation(config, again.refresh_token);
  await refused('a revoked token', c.refreshTokenGrant(config, again.refresh_token), 'invalid_grant');
  if (asked.proof !== 'none') {
    const own = await c.clientCredentialsGrant(config, {});
    expect('a token of its own', typeof own.access_token === 'string' && own.refresh_token === undefined);
  }
  const bye = c.buildEndSessionUrl(config, {
    id_token_hint: again.id_token,
    post_logout_redirect_uri: asked.postLogoutUri,
    state,
  });
  const end = await browse(bye);
  expect('back after the sign-out', end.href.startsWith(asked.postLogoutUri) && end.searchParams.get('state') === state);
}

async function oauth4webapi() {
  const o = await load('oauth4webapi');
  const insecure = { [o.allowInsecureRequests]: true };
  const issuer = new URL(asked.issuer);
  const as = await o.processDiscoveryResponse(issuer, await o.discoveryRequest(issuer, { algorithm: 'oidc', ...insecure }));
  const client = { client_id: asked.clientId, ...(asked.metadata ?? {}) };
  const methods = {
    basic: () => o.ClientSecretBasic(asked.secret),
    post: () => o.ClientSecretPost(asked.secret),
    none: () => o.None(),
    key: async () => o.PrivateKeyJwt({ key: await privateKey(), kid: asked.key.kid }),
  };
  const auth = await methods[asked.proof]();
  const verifier = o.generateRandomCodeVerifier();
  const nonce = o.generateRandomNonce();
  const state = o.generateRandomState();
  const url = new URL(as.authorization_endpoint);
  const question = {
    client_id: asked.clientId,
    redirect_uri: asked.redirectUri,
    response_type: 'code',
    scope: 'openid email offline_access',
    code_challenge: await o.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    nonce,
    state,
  };
  Object.entries(question).forEach(([name, value]) => url.searchParams.set(name, value));
  const params = o.validateAuthResponse(as, client, await browse(url), state);
  const response = await o.authorizationCodeGrantRequest(as, client, auth, params, asked.redirectUri, verifier, insecure);
  const tokens = await o.processAuthorizationCodeResponse(as, client, response, { expectedNonce: nonce, requireIdToken: true });
  await o.validateApplicationLevelSignature(as, response, insecure);
  const { sub } = o.getValidatedIdTokenClaims(tokens);
  const info = await o.processUserInfoResponse(as, client, sub, await o.userInfoRequest(as, client, tokens.access_token, insecure));
  expect('the email', info.email === asked.email);
  const refreshed = await o.processRefreshTokenResponse(
    as,
    client,
    await o.refreshTokenGrantRequest(as, client, auth, tokens.refresh_token, insecure),
  );
  expect('a new refresh token', refreshed.refresh_token !== tokens.refresh_token);
  await o.processRevocationResponse(await o.revocationRequest(as, client, auth, refreshed.access_token, insecure));
  await refused(
    'a refresh after the revocation',
    o.refreshTokenGrantRequest(as, client, auth, refreshed.refresh_token, insecure).then((r) => o.processRefreshTokenResponse(as, client, r)),
    'invalid_grant',
  );
}

try {
  await (asked.library === 'openid-client' ? openidClient() : oauth4webapi());
  console.log('DONE');
  process.exit(0);
} catch (e) {
  console.error(e);
  process.exit(1);
}
