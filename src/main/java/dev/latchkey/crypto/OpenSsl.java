package dev.latchkey.crypto;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Optional;

/**
 * Signatures over SHA-256 by OpenSSL's libcrypto (1.1.1 or 3) through the foreign function API,
 * where the library is installed: its ES256 takes a tenth of the JDK's time, and is as quick in the
 * first second as later.
 */
@SuppressWarnings("restricted")
final class OpenSsl {
    static final List<String> LIBRARIES =
            List.of("libcrypto.so.3", "libcrypto.so.1.1", "libcrypto.3.dylib");

    /** Longer than an RSA signature under 4096 bits, and than any of P-256. */
    private static final int LONGEST_SIGNATURE = 1024;

    private final SymbolLookup library;
    private final MethodHandle newContext;
    private final MethodHandle freeContext;
    private final MethodHandle beginSign;
    private final MethodHandle beginVerify;
    private final MethodHandle sign;
    private final MethodHandle verify;
    private final MethodHandle clearErrors;
    private final MemorySegment sha256;

    private OpenSsl(SymbolLookup library) throws Throwable {
        this.library = library;
        newContext = handle("EVP_MD_CTX_new", FunctionDescriptor.of(ADDRESS));
        freeContext = handle("EVP_MD_CTX_free", FunctionDescriptor.ofVoid(ADDRESS));
        var begin = FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
        beginSign = handle("EVP_DigestSignInit", begin);
        beginVerify = handle("EVP_DigestVerifyInit", begin);
        sign =
                handle(
                        "EVP_DigestSign",
                        FunctionDescriptor.of(
                                JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG));
        verify =
                handle(
                        "EVP_DigestVerify",
                        FunctionDescriptor.of(
                                JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG));
        clearErrors = handle("ERR_clear_error", FunctionDescriptor.ofVoid());
        sha256 = (MemorySegment) handle("EVP_sha256", FunctionDescriptor.of(ADDRESS)).invokeExact();
    }

    /** The first of the libraries that loads, or nothing. */
    static Optional<OpenSsl> load(List<String> libraries) {
        for (var name : libraries) {
            try {
                return Optional.of(new OpenSsl(SymbolLookup.libraryLookup(name, Arena.global())));
            } catch (Throwable _) {
                // Not under this name, or another library under it: the next one, and the JDK last.
            }
        }
        return Optional.empty();
    }

    private MethodHandle handle(String name, FunctionDescriptor shape) {
        return Linker.nativeLinker().downcallHandle(library.findOrThrow(name), shape);
    }

    /** From PKCS #8. It stays until the process ends. */
    MemorySegment privateKey(byte[] encoded) {
        return key("d2i_AutoPrivateKey", encoded);
    }

    /** From SubjectPublicKeyInfo. It stays until the process ends. */
    MemorySegment publicKey(byte[] encoded) {
        return key("d2i_PUBKEY", encoded);
    }

    private MemorySegment key(String decoder, byte[] encoded) {
        var decode = handle(decoder, FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, JAVA_LONG));
        try (var arena = Arena.ofConfined()) {
            var bytes = arena.allocateFrom(JAVA_BYTE, encoded);
            var place = arena.allocateFrom(ADDRESS, bytes);
            var key =
                    (MemorySegment)
                            decode.invokeExact(MemorySegment.NULL, place, (long) encoded.length);
            bytes.fill((byte) 0);
            if (key.equals(MemorySegment.NULL)) {
                throw new IllegalStateException("libcrypto cannot read the key");
            }
            return key;
        } catch (IllegalStateException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("libcrypto cannot be called", e);
        }
    }

    /** As the algorithm has it: PKCS #1 v1.5 for RSA, a DER sequence for ECDSA. */
    byte[] sign(MemorySegment key, byte[] message) {
        try (var arena = Arena.ofConfined()) {
            var signature = arena.allocate(LONGEST_SIGNATURE);
            var length = arena.allocateFrom(JAVA_LONG, LONGEST_SIGNATURE);
            var text = arena.allocateFrom(JAVA_BYTE, message);
            var context = (MemorySegment) newContext.invokeExact();
            try {
                begin(beginSign, context, key);
                var done =
                        (int)
                                sign.invokeExact(
                                        context, signature, length, text, (long) message.length);
                require(done);
            } finally {
                freeContext.invokeExact(context);
            }
            return signature.asSlice(0, length.get(JAVA_LONG, 0)).toArray(JAVA_BYTE);
        } catch (IllegalStateException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("libcrypto cannot be called", e);
        }
    }

    boolean verify(MemorySegment key, byte[] message, byte[] signature) {
        try (var arena = Arena.ofConfined()) {
            var text = arena.allocateFrom(JAVA_BYTE, message);
            var shown = arena.allocateFrom(JAVA_BYTE, signature);
            var context = (MemorySegment) newContext.invokeExact();
            try {
                begin(beginVerify, context, key);
                var right =
                        (int)
                                verify.invokeExact(
                                        context,
                                        shown,
                                        (long) signature.length,
                                        text,
                                        (long) message.length);
                clearErrors.invokeExact();
                return right == 1;
            } finally {
                freeContext.invokeExact(context);
            }
        } catch (IllegalStateException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("libcrypto cannot be called", e);
        }
    }

    private void begin(MethodHandle how, MemorySegment context, MemorySegment key)
            throws Throwable {
        var done =
                (int) how.invokeExact(context, MemorySegment.NULL, sha256, MemorySegment.NULL, key);
        require(done);
    }

    private static void require(int done) {
        if (done != 1) {
            throw new IllegalStateException("libcrypto refuses to sign or verify");
        }
    }
}
