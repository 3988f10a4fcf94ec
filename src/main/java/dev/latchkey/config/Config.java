package dev.latchkey.config;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Everything the operator decided, checked as a whole by {@link ConfigLoader}.
 * docs/configuration.md explains each.
 *
 * @param providers in the order of their buttons
 * @param usualProvider the id of the one that is used when nobody names one, null for our own
 */
public record Config(
        Server server,
        Data data,
        Database database,
        Secret secret,
        Mail mail,
        Redirects redirects,
        Apis apis,
        List<ProviderConfig> providers,
        @Nullable String usualProvider,
        SignUp signUp,
        SignIn signIn,
        Session session,
        Tokens tokens,
        Password password,
        Throttle throttle,
        Pages pages,
        Dns dns,
        Log log) {

    /** The same with the server's real port. */
    public Config at(Server settled) {
        return new Config(
                settled,
                data,
                database,
                secret,
                mail,
                redirects,
                apis,
                providers,
                usualProvider,
                signUp,
                signIn,
                session,
                tokens,
                password,
                throttle,
                pages,
                dns,
                log);
    }

    /**
     * @param server whom to ask, or null for those that this machine asks
     */
    public record Dns(@Nullable String server) {}

    /**
     * @param port 0 asks the system for a free one, see {@link #boundTo}
     * @param publicUrl scheme, host and port as browsers see them, without a path
     */
    public record Server(
            int port,
            InetAddress bind,
            URI publicUrl,
            List<Cidr> trustedProxies,
            int maxConnections) {

        /** The same with the port that the system gave. */
        public Server boundTo(int actual) {
            URI url =
                    publicUrl.getPort() == 0
                            ? URI.create(
                                    publicUrl.getScheme()
                                            + "://"
                                            + publicUrl.getHost()
                                            + ":"
                                            + actual)
                            : publicUrl;
            return new Server(actual, bind, url, trustedProxies, maxConnections);
        }

        /** Whether a request that comes straight from this address may say whom it speaks for. */
        public boolean trusts(InetAddress peer) {
            return trustedProxies.stream().anyMatch(block -> block.contains(peer));
        }
    }

    /**
     * @param dir absolute; it need not exist yet
     */
    public record Data(Path dir) {
        public Path outbox() {
            return dir.resolve("outbox");
        }
    }

    /** Which engine keeps the rows. */
    public sealed interface Database {
        int poolSize();

        record Sqlite(Path file, int poolSize) implements Database {}

        /**
         * @param jdbcUrl without user and password
         */
        record Postgres(
                String jdbcUrl, @Nullable String user, @Nullable SecretText password, int poolSize)
                implements Database {}
    }

    /** Where the key that seals secrets in the database comes from. */
    public sealed interface Secret {

        /**
         * @param base64 32 bytes
         */
        record Given(SecretText base64) implements Secret {
            public byte[] bytes() {
                return Base64.getDecoder().decode(base64.value());
            }
        }

        /** Made by the server at the first start, mode 0600, and read from there ever after. */
        record Kept(Path file) implements Secret {}
    }

    /**
     * @param smtp null: messages go to the outbox folder
     */
    public record Mail(String from, @Nullable Smtp smtp) {

        public enum Security {
            NONE,
            STARTTLS,
            TLS
        }

        /**
         * @param user null: the server asks for no credentials; else {@code password} is there too
         */
        public record Smtp(
                String host,
                int port,
                Security security,
                @Nullable String user,
                @Nullable SecretText password) {}
    }

    /**
     * @param allowed without a path: every URL of that origin; with one: exactly that URL
     */
    public record Redirects(List<URI> allowed) {}

    /** The five APIs. */
    public record Apis(
            Endpoint trieve, Endpoint nuextract, Endpoint semaphore, Aivo aivo, Nap nap) {

        /** All five, in the order of the components. */
        public List<Endpoint> endpoints() {
            return List.of(trieve, nuextract, semaphore, aivo.endpoint(), nap.endpoint());
        }
    }

    /**
     * Where one API answers besides its prefix on the main port.
     *
     * @param port a port of its own, 0 for any free one
     * @param host lower-case host name that means this API, on the main port
     */
    public record Endpoint(boolean enabled, @Nullable Integer port, @Nullable String host) {}

    /**
     * @param roles our role to Aivo's; {@code *} stands for every other, {@code
     *     server-administrator} for ours
     */
    public record Aivo(Endpoint endpoint, Map<String, String> roles) {}

    /**
     * @param apiKeys empty: a key that is sent is ignored
     * @param verifyEmailAlwaysOk a request for a verification mail never tells who has an account
     */
    public record Nap(Endpoint endpoint, List<SecretText> apiKeys, boolean verifyEmailAlwaysOk) {}

    /**
     * @param enabled false: only invited people get accounts
     */
    public record SignUp(Mode mode, boolean verifyEmail, boolean enabled) {

        public enum Mode {
            /** Everybody joins one organization. */
            SINGLE,
            /** An invitation or the email's domain decides. */
            MULTI
        }
    }

    /**
     * @param secondFactor who has to have one
     */
    public record SignIn(SecondFactor secondFactor) {

        public enum SecondFactor {
            OPTIONAL,
            REQUIRED_FOR_ADMINISTRATORS,
            REQUIRED
        }
    }

    /**
     * @param idle ends a session that was not used for so long; at most {@code lifetime}
     * @param recent how long ago the sign-in may be for grave changes
     */
    public record Session(Duration lifetime, Duration idle, Duration recent) {}

    /**
     * @param access at most 15 minutes
     * @param reuseGrace how long the losers of a race for one refresh token get its successor again
     * @param neverExpires what APIs that demand a date say of a token without an end
     */
    public record Tokens(
            Duration access,
            Duration refresh,
            Duration reuseGrace,
            Duration verification,
            Duration reset,
            Duration invitation,
            Duration flow,
            Instant neverExpires,
            int remembered) {}

    /** Argon2id (RFC 9106), and how many sign-ins may wait for it. */
    public record Password(int memoryKib, int iterations, int parallelism, int queue) {}

    /**
     * Failures are counted within {@code window}, mails within an hour.
     *
     * @param formsPerAddress sign-ups and forgotten passwords from one address within the window
     */
    public record Throttle(
            Duration window,
            int failuresPerAccount,
            int failuresPerAddress,
            int mailsPerAddress,
            int formsPerAddress) {}

    /**
     * How the hosted pages look.
     *
     * @param logo a file, or null for ours
     * @param colour {@code #} and six hexadecimal digits, or null for ours
     */
    public record Pages(
            String name, @Nullable Path logo, @Nullable String colour, Language language) {

        public enum Language {
            EN,
            DE
        }
    }

    public record Log(Level level) {

        public enum Level {
            TRACE,
            DEBUG,
            INFO,
            WARN,
            ERROR
        }
    }
}
