package flyt.intake.http;

import flyt.domain.event.StaffKey;
import flyt.domain.place.HospitalId;
import flyt.domain.stay.PatientKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Opaque keys for people: the same number of the same hospital always gives the same key, and without the installation's secret
 * nobody can tell which number a key stands for, nor try all numbers. Safe to share between threads.
 */
public final class Pseudonyms {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int CHARACTERS = 26;
    private static final int BITS_PER_CHARACTER = 5;

    private final SecretKeySpec secret;

    /**
     * The keys of one installation.
     *
     * @param secret 32 random bytes, the same for ever: with another one nobody is found again
     */
    public Pseudonyms(byte[] secret) {
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    /** The key of a patient by the sender's number. */
    public PatientKey patient(HospitalId hospital, String number) {
        return new PatientKey(key("patient", hospital, number));
    }

    /** The key of a member of staff by the sender's key. */
    public StaffKey staff(HospitalId hospital, String number) {
        return new StaffKey(key("staff", hospital, number));
    }

    /** 26 characters of base 32: the first 130 bits of the code. */
    private String key(String kind, HospitalId hospital, String number) {
        byte[] code = code(kind + '\0' + hospital.value() + '\0' + number);
        StringBuilder key = new StringBuilder(CHARACTERS);
        for (int i = 0; i < CHARACTERS; i++) {
            int bit = i * BITS_PER_CHARACTER;
            int pair = (code[bit / 8] & 0xff) << 8 | (code[bit / 8 + 1] & 0xff);
            key.append(ALPHABET.charAt(pair >> (16 - BITS_PER_CHARACTER - bit % 8) & 31));
        }
        return key.toString();
    }

    private byte[] code(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
