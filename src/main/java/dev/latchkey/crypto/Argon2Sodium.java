package dev.latchkey.crypto;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Optional;

/**
 * Argon2id by libsodium through the foreign function API, where the library is installed: {@code
 * crypto_pwhash} with one lane and salts of 16 bytes, which is all it takes.
 */
@SuppressWarnings("restricted")
final class Argon2Sodium implements Argon2Engine {
    static final List<String> LIBRARIES =
            List.of(
                    "libsodium.so.26",
                    "libsodium.so.23",
                    "libsodium.so",
                    "libsodium.dylib",
                    "/opt/homebrew/lib/libsodium.dylib",
                    "/usr/local/lib/libsodium.dylib",
                    "libsodium.dll");
    private static final int ARGON2ID13 = 2;
    private static final int SALT_BYTES = 16;

    private final MethodHandle pwhash;
    private final String name;

    private Argon2Sodium(SymbolLookup library) {
        var linker = Linker.nativeLinker();
        var initialise =
                linker.downcallHandle(
                        library.findOrThrow("sodium_init"), FunctionDescriptor.of(JAVA_INT));
        var version =
                linker.downcallHandle(
                        library.findOrThrow("sodium_version_string"),
                        FunctionDescriptor.of(ADDRESS));
        this.pwhash =
                linker.downcallHandle(
                        library.findOrThrow("crypto_pwhash"),
                        FunctionDescriptor.of(
                                JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG, ADDRESS,
                                JAVA_LONG, JAVA_LONG, JAVA_INT));
        try {
            if ((int) initialise.invokeExact() < 0) {
                throw new IllegalStateException("sodium_init failed");
            }
            var text = (MemorySegment) version.invokeExact();
            this.name = "libsodium " + text.reinterpret(32).getString(0);
        } catch (Throwable e) {
            throw new IllegalStateException("libsodium cannot be started", e);
        }
    }

    /**
     * The first of the libraries that loads, or nothing: then there is no libsodium here, or native
     * access is switched off.
     */
    static Optional<Argon2Engine> load(List<String> libraries) {
        for (var library : libraries) {
            try {
                return Optional.of(
                        new Argon2Sodium(SymbolLookup.libraryLookup(library, Arena.global())));
            } catch (IllegalArgumentException | IllegalCallerException | IllegalStateException _) {
                // Not under this name: the next one, and Bouncy Castle after the last.
            }
        }
        return Optional.empty();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean takes(Argon2Parameters parameters, int saltBytes) {
        return parameters.parallelism() == 1 && saltBytes == SALT_BYTES;
    }

    @Override
    public byte[] hash(byte[] password, byte[] salt, Argon2Parameters parameters, int tagBytes) {
        try (var arena = Arena.ofConfined()) {
            var tag = arena.allocate(tagBytes);
            var word = arena.allocate(Math.max(1, password.length));
            MemorySegment.copy(password, 0, word, ValueLayout.JAVA_BYTE, 0, password.length);
            var failed =
                    call(
                            tag,
                            word,
                            password.length,
                            arena.allocateFrom(ValueLayout.JAVA_BYTE, salt),
                            parameters);
            word.fill((byte) 0);
            if (failed != 0) {
                throw new IllegalStateException(
                        "libsodium had no memory for a hash of " + parameters);
            }
            return tag.toArray(ValueLayout.JAVA_BYTE);
        }
    }

    private int call(
            MemorySegment tag,
            MemorySegment word,
            long length,
            MemorySegment salt,
            Argon2Parameters parameters) {
        try {
            return (int)
                    pwhash.invokeExact(
                            tag,
                            tag.byteSize(),
                            word,
                            length,
                            salt,
                            (long) parameters.iterations(),
                            parameters.memoryKib() * 1024L,
                            ARGON2ID13);
        } catch (Throwable e) {
            throw new IllegalStateException("libsodium cannot be called", e);
        }
    }
}
