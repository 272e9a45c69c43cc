package flyt.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/** What is said of a person or in free text, as the database holds it: closed under a data key of its own. */
final class Sealing {
    /*
     * Sealed:  format (1) | nonce (12) | AES-256-GCM of the JSON, with its tag (16)
     *
     * Bound to its place: the hospital, the key and the kind are authenticated with it, so that a row moved to another
     * person does not open. A data key closes a few dozen rows in its life, so random nonces do not meet.
     */
    private static final byte FORMAT = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final ObjectWriter WRITER;
    private static final ObjectReader READER;

    static {
        JsonMapper json = JournalJson.mapper();
        WRITER = json.writerFor(Content.class);
        READER = json.readerFor(Content.class);
    }

    /** What is closed; the rest of an {@link IdentityRow} stands in the open beside it. */
    private record Content(
            @Nullable String number,
            @Nullable String given,
            @Nullable String family,
            @Nullable LocalDate birthDate,
            @Nullable Boolean isProtected,
            @Nullable String text) {}

    private Sealing() {}

    /** Closes a row. */
    static byte[] seal(String hospital, IdentityRow row, SecretKey key) {
        try {
            byte[] content = WRITER.writeValueAsBytes(new Content(
                    row.number(), row.given(), row.family(), row.birthDate(), row.isProtected(), row.text()));
            return seal(content, key, place(hospital, row.key(), row.kind()));
        } catch (JsonProcessingException | GeneralSecurityException e) {
            throw new IllegalStateException("an identity could not be closed", e);
        }
    }

    /** Closes bytes, bound to a place. */
    static byte[] seal(byte[] content, SecretKey key, byte[] place) throws GeneralSecurityException {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, place);
        byte[] sealed = new byte[1 + NONCE + cipher.getOutputSize(content.length)];
        sealed[0] = FORMAT;
        System.arraycopy(nonce, 0, sealed, 1, NONCE);
        int unused = cipher.doFinal(content, 0, content.length, sealed, 1 + NONCE);
        return sealed;
    }

    /** Opens them again, at the same place only. */
    static byte[] open(byte[] sealed, SecretKey key, byte[] place) throws GeneralSecurityException {
        if (sealed.length < 1 + NONCE || sealed[0] != FORMAT) {
            throw new GeneralSecurityException("what was closed has a form nobody knows");
        }
        byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE);
        return cipher(Cipher.DECRYPT_MODE, key, nonce, place).doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE);
    }

    /** Opens a row. Fails when it was not closed for this place and with this key. */
    static IdentityRow open(
            String hospital, String key, String kind, Instant changedAt, byte[] sealed, SecretKey dataKey) {
        try {
            Content said = READER.readValue(open(sealed, dataKey, place(hospital, key, kind)));
            return new IdentityRow(
                    key,
                    kind,
                    said.number,
                    said.given,
                    said.family,
                    said.birthDate,
                    said.isProtected,
                    said.text,
                    changedAt);
        } catch (GeneralSecurityException | IOException e) {
            // no cause: it could carry what was inside
            throw new IllegalStateException("an identity does not open with its key");
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place);
        return cipher;
    }

    private static byte[] place(String hospital, String key, String kind) {
        return (hospital + '\0' + key + '\0' + kind).getBytes(StandardCharsets.UTF_8);
    }
}
