package flyt.journal;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The keys that close the keys: what the database holds of a data key is wrapped by the first of them (RFC 3394). The others
 * still open what they wrapped before. Safe to share between threads; never in a log.
 */
public final class MasterKeys {
    /*
     * Wrapped, 44 bytes:  mark (4) | AES-256 key wrap of 32 bytes (40)
     *
     * The mark is the beginning of the master key's SHA-256: it tells which of them to use, and which rows a rotation has to
     * wrap anew. The wrap itself notices a wrong key.
     */
    private static final String AES = "AES";
    private static final int MARK = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private record Master(byte[] mark, SecretKey key) {
        static Master of(byte[] bytes) {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
                return new Master(Arrays.copyOf(hash, MARK), new SecretKeySpec(bytes, AES));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }

        boolean wrapped(byte[] what) {
            return what.length > MARK && Arrays.equals(mark, 0, MARK, what, 0, MARK);
        }
    }

    private final List<Master> masters;

    private MasterKeys(List<Master> masters) {
        this.masters = masters;
    }

    /** These keys of 32 bytes, the first of them for what is new; at least one. */
    public static MasterKeys of(List<byte[]> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("there must be a master key");
        }
        return new MasterKeys(keys.stream().map(Master::of).toList());
    }

    /** A new data key, AES-256. */
    static SecretKey fresh() {
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        return new SecretKeySpec(random, AES);
    }

    byte[] wrap(SecretKey key) {
        Master master = masters.get(0);
        try {
            Cipher wrap = Cipher.getInstance("AESWrap");
            wrap.init(Cipher.WRAP_MODE, master.key);
            byte[] wrapped = wrap.wrap(key);
            byte[] marked = Arrays.copyOf(master.mark, MARK + wrapped.length);
            System.arraycopy(wrapped, 0, marked, MARK, wrapped.length);
            return marked;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key could not be wrapped", e);
        }
    }

    /** The key that was wrapped. Throws {@link LostKey} when none of these master keys did it. */
    SecretKey unwrap(byte[] wrapped) {
        Master master = wrapperOf(wrapped);
        if (master == null) {
            throw new LostKey();
        }
        try {
            Cipher wrap = Cipher.getInstance("AESWrap");
            wrap.init(Cipher.UNWRAP_MODE, master.key);
            return (SecretKey) wrap.unwrap(Arrays.copyOfRange(wrapped, MARK, wrapped.length), AES, Cipher.SECRET_KEY);
        } catch (InvalidKeyException e) {
            throw new LostKey();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key could not be unwrapped", e);
        }
    }

    /** How everything begins that the first of them wraps. */
    byte[] mark() {
        return masters.get(0).mark.clone();
    }

    private @Nullable Master wrapperOf(byte[] wrapped) {
        return masters.stream()
                .filter(master -> master.wrapped(wrapped))
                .findFirst()
                .orElse(null);
    }

    /** Says how many, and nothing else. */
    @Override
    public String toString() {
        return "MasterKeys[" + masters.size() + "]";
    }
}
