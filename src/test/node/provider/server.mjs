// oidc-provider with its own sign-in pages, one client and everybody as a user.
// PORT, CLIENT_ID, CLIENT_SECRET and REDIRECT_URIS (separated by blanks) come from the environment.
import { Provider } from "oidc-provider";

const { PORT, CLIENT_ID, CLIENT_SECRET, REDIRECT_URIS } = process.env;
const issuer = `http://127.0.0.1:${PORT}`;

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: CLIENT_ID,
      client_secret: CLIENT_SECRET,
      redirect_uris: REDIRECT_URIS.split(" "),
      grant_types: ["authorization_code"],
      response_types: ["code"],
    },
  ],
  claims: {
    openid: ["sub"],
    email: ["email", "email_verified"],
    profile: ["name", "preferred_username"],
  },
  findAccount: (ctx, id) => ({
    accountId: id,
    claims: () => ({
      sub: id,
      email: `${id}@example.org`,
      email_verified: true,
      name: "Grace Hopper",
      preferred_username: id,
    }),
  }),
  cookies: { keys: ["for tests only"] },
});

provider.listen(Number(PORT), "127.0.0.1", () => console.log(`listening at ${issuer}`));
