package flyt.intake.http;

import flyt.domain.event.StaffKey;
import flyt.domain.place.HospitalId;
import flyt.domain.stay.PatientKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Opaque keys for people: the same number of the same hospital always gives the same key (that of staff within a shift), and
 * without the installation's secret nobody can tell which number a key stands for, nor try all numbers. Safe to share between threads.
 */
public final class Pseudonyms {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int CHARACTERS = 26;
    private static final int BITS_PER_CHARACTER = 5;
    private static final int SHIFTS_BEGIN_AT_HOUR = 7;

    /** ASCII without blanks, with a digit among it: a number, or a code of some system. */
    private static final Pattern PLAIN = Pattern.compile("(?=.*[0-9])[!-~]+");

    private static final Pattern OF_MOVEMENT =
            Pattern.compile("(.+?)((?:/[0-9]{1,3})?#[A-Za-z0-9._-]{1,24}#[0-9]{8}T[0-9]{6}Z-[0-9])");

    private static final String DISGUISED = "~";
    private static final Pattern DISGUISE = Pattern.compile(DISGUISED + "[a-z2-7]{26}");

    /** One for each thread, since to find and key it costs as much as a code. */
    private final ThreadLocal<Mac> macs;

    /**
     * The keys of one installation.
     *
     * @param secret 32 random bytes, the same for ever: with another one nobody is found again
     */
    public Pseudonyms(byte[] secret) {
        SecretKeySpec key = new SecretKeySpec(secret, ALGORITHM);
        this.macs = ThreadLocal.withInitial(() -> mac(key));
    }

    /** The key of a patient by the sender's number. */
    public PatientKey patient(HospitalId hospital, String number) {
        return new PatientKey(key("patient", hospital, number));
    }

    /**
     * The key of a member of staff in one shift, by the sender's number. The same number has another key in the next shift, so
     * that nobody who cannot see the mapping can follow a person through the days.
     *
     * @param zone the hospital's; its shifts are counted by the day, which begins at 07:00
     * @param at when the person did or had it
     */
    public StaffKey staff(HospitalId hospital, ZoneId zone, String number, Instant at) {
        LocalDate shift = LocalDateTime.ofInstant(at, zone)
                .minusHours(SHIFTS_BEGIN_AT_HOUR)
                .toLocalDate();
        return new StaffKey(key("staff", hospital, number + '\0' + shift));
    }

    /**
     * What a sender calls a message, a visit or an order, as the journal may have it: the id itself where it looks like one, else
     * a key. The journal keeps ids for ever, and some senders put a name or an identity number into them.
     */
    public String id(HospitalId hospital, String id) {
        return isPlain(id) ? id : DISGUISED + key("id", hospital, id);
    }

    /** The same for a message, of whose id what says which movement it tells of stays as it is: {@code #77#20261122T120500Z-2}. */
    public String messageId(HospitalId hospital, String id) {
        Matcher found = OF_MOVEMENT.matcher(id);
        return found.matches() ? id(hospital, found.group(1)) + found.group(2) : id(hospital, id);
    }

    private static boolean isPlain(String id) {
        return (PLAIN.matcher(id).matches() && !NationalNumber.isIn(id))
                || DISGUISE.matcher(id).matches();
    }

    /** 32 bytes that tell one content from another, and that nobody without the secret can try out contents on. */
    public byte[] digest(String content) {
        return code("content" + '\0' + content);
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
        return macs.get().doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Mac mac(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
