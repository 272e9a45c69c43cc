package flyt.intake.hl7;

import static flyt.intake.hl7.Samples.adt;
import static flyt.intake.hl7.Samples.pid;
import static flyt.intake.hl7.Samples.pv1;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.HapiContext;
import ca.uhn.hl7v2.parser.GenericModelClassFactory;
import ca.uhn.hl7v2.parser.PipeParser;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever HAPI's generic parser reads is read here too, however it is spoilt. */
class HapiAcceptsTest {
    private static final long SEED = Long.getLong("flyt.seed", 20261122L);
    private static final String CHARACTERS = "|^~\\&\"\r\n\t 0aZ\u00e6\u0000#";

    private static final List<String> CORPUS = List.of(
            adt("A01", "EVN|A01|20261122130000", pid("P1"), pv1("I", "MED^MED-1^MED-1", "V1")),
            adt(
                    "A17",
                    "EVN|A17|20261122130000",
                    pid("P1"),
                    pv1("I", "MED^1^1", "V1"),
                    pid("P2"),
                    pv1("I", "MED^2^2", "V2")),
            adt("A40", "EVN|A40|20261122130000", pid("P1"), "MRG|P9"),
            adt("A60", "EVN|A60|20261122130000", pid("P1"), "IAM|1||X^Y"),
            "MSH#*~\\&#PAS#KAL#FLYT##20261122130500##ADT*A01#m1#P#2.9\rEVN#A01#20261122130000\rPID#1##P1\rPV1#1#I#MED",
            "MSH|^~\\&|LIS||||20261122||ORU^R01^ORU_R01|1|P|2.3.1\rPID|1||P1\rOBR|1|L7||K|||||||||||||||||||||F\rOBX|1|NM|K||4",
            "MSH|^~\\&|PAS||||20261122||SIU^S12|1|P|2.4\rSCH|A-1\rPID|1||P1",
            "MSH|^~\\&|X||||||QRY^A19|1|P|9.9\rQRD|1");

    private final PipeParser hapi = new PipeParser(context());

    @Test
    void isReadHereToo() throws Exception {
        SenderProfile profile = Samples.profile(Samples.USUAL);
        Random random = new Random(SEED);
        int read = 0;
        for (int i = 0; i < 4_000; i++) {
            String message = spoilt(CORPUS.get(i % CORPUS.size()), random, i / CORPUS.size());
            if (readByHapi(message)) {
                read++;
                Hl7Text text = Hl7Text.of(message.getBytes(StandardCharsets.UTF_8), "");
                List<String> messages = Batch.of(text.text()).messages();
                assertThat(messages)
                        .as("seed %d, number %d: %s", SEED, i, message)
                        .isNotEmpty();
                assertThat(Interpreter.understand(profile, messages.get(0), Samples.RECEIVED)
                                .because())
                        .as("seed %d, number %d: %s", SEED, i, message)
                        .isNotEqualTo(Ack.Because.UNREADABLE);
            }
        }
        assertThat(read).as("of 4000, or this tells nothing").isGreaterThan(1_500);
    }

    /** So many characters put in, taken out or replaced. */
    private static String spoilt(String message, Random random, int times) {
        StringBuilder text = new StringBuilder(message);
        for (int i = 0; i < times % 4; i++) {
            int at = random.nextInt(text.length());
            char character = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
            switch (random.nextInt(3)) {
                case 0 -> text.insert(at, character);
                case 1 -> text.deleteCharAt(at);
                default -> text.setCharAt(at, character);
            }
        }
        return text.toString();
    }

    private boolean readByHapi(String message) {
        try {
            return hapi.parse(message) != null;
        } catch (HL7Exception | RuntimeException e) {
            return false;
        }
    }

    private static HapiContext context() {
        DefaultHapiContext context = new DefaultHapiContext();
        context.setModelClassFactory(new GenericModelClassFactory());
        context.setValidationContext(ValidationContextFactory.noValidation());
        return context;
    }
}
