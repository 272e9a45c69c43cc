package flyt.intake.hl7;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.HapiContext;
import ca.uhn.hl7v2.model.GenericMessage;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.model.Segment;
import ca.uhn.hl7v2.model.Structure;
import ca.uhn.hl7v2.parser.EncodingCharacters;
import ca.uhn.hl7v2.parser.GenericModelClassFactory;
import ca.uhn.hl7v2.parser.PipeParser;
import ca.uhn.hl7v2.util.Terser;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A message as HAPI's generic model reads it, its segments in the order in which they came: no version's structure is asked for,
 * since no two senders keep to one. Values are decoded once.
 */
final class Hl7Message {
    private static final String CLEARED = "\"\"";
    private static final HapiContext CONTEXT = context();

    private final List<Part> segments;

    private Hl7Message(List<Part> segments) {
        this.segments = List.copyOf(segments);
    }

    /** One segment. Numbers of fields, components and sub-components begin with 1, repetitions with 0. */
    static final class Part {
        private final Segment segment;

        Part(Segment segment) {
            this.segment = segment;
        }

        String name() {
            return segment.getName().substring(0, Math.min(3, segment.getName().length()));
        }

        /** What was said: empty for nothing, {@code ""} (two quotes) where something was cleared. */
        String said(int field, int repetition, int component, int sub) {
            try {
                if (repetition > 0 && repetition >= segment.getField(field).length) {
                    return "";
                }
                String text = Terser.get(segment, field, repetition, component, sub);
                return text == null ? "" : text.strip();
            } catch (HL7Exception e) {
                return "";
            }
        }

        /** A value, or null where nothing was said or it was cleared. */
        @Nullable
        String value(int field, int repetition, int component) {
            String said = said(field, repetition, component, 1);
            return said.isEmpty() || said.equals(CLEARED) ? null : said;
        }

        @Nullable
        String value(int field, int component) {
            return value(field, 0, component);
        }

        @Nullable
        String value(int field) {
            return value(field, 0, 1);
        }

        int repetitions(int field) {
            try {
                return segment.getField(field).length;
            } catch (HL7Exception e) {
                return 0;
            }
        }

        /** A field's first repetition in the usual delimiters: {@code LUN^301^1}. */
        String whole(int field) {
            try {
                return segment.getField(field).length == 0
                        ? ""
                        : PipeParser.encode(segment.getField(field, 0), EncodingCharacters.defaultInstance());
            } catch (HL7Exception e) {
                return "";
            }
        }
    }

    /**
     * Reads a message.
     *
     * @param text segments end with CR; MSH-2 is sound
     * @throws HL7Exception when it is no message that HAPI can read
     */
    static Hl7Message parse(String text) throws HL7Exception {
        Message message = new PipeParser(CONTEXT).parse(text);
        List<Part> segments = new ArrayList<>();
        for (String name : message.getNames()) {
            for (Structure structure : message.getAll(name)) {
                if (structure instanceof Segment segment) {
                    segments.add(new Part(segment));
                }
            }
        }
        return new Hl7Message(segments);
    }

    List<Part> segments() {
        return segments;
    }

    /** The first of this name, or null. */
    @Nullable
    Part first(String name) {
        return all(name).findFirst().orElse(null);
    }

    Stream<Part> all(String name) {
        return segments.stream().filter(part -> part.name().equals(name));
    }

    /** The message in sections, each of which begins with such a segment and has {@code MSH} and {@code EVN} before it too. */
    List<Hl7Message> sections(String beginning) {
        return sections(beginning, "EVN");
    }

    /** The same, with what has this other name in each of them too. */
    List<Hl7Message> sections(String beginning, String also) {
        Predicate<Part> common = part -> List.of("MSH", "EVN", also).contains(part.name());
        List<Part> head = segments.stream().filter(common).toList();
        List<Hl7Message> sections = new ArrayList<>();
        List<Part> section = null;
        for (Part part : segments) {
            if (part.name().equals(beginning)) {
                if (section != null) {
                    sections.add(new Hl7Message(section));
                }
                section = new ArrayList<>(head);
            }
            if (section != null && !common.test(part)) {
                section.add(part);
            }
        }
        if (section != null) {
            sections.add(new Hl7Message(section));
        }
        return sections;
    }

    private static HapiContext context() {
        DefaultHapiContext context = new DefaultHapiContext();
        context.setModelClassFactory(new GenericModelClassFactory());
        context.setValidationContext(ValidationContextFactory.noValidation());
        context.getParserConfiguration().setAllowUnknownVersions(true);
        context.getParserConfiguration().setDefaultObx2Type("ST");
        context.getParserConfiguration().setInvalidObx2Type("ST");
        return context;
    }

    /** Loads the library, which takes longer than an event loop has. */
    static void warmUp() {
        try {
            var unused = parse("MSH|^~\\&|A|B|C|D|20260101||ADT^A01|1|P|2.5\rPID|1||1\rPV1|1|I|W^R^B");
        } catch (HL7Exception e) {
            throw new IllegalStateException("HAPI does not read " + GenericMessage.class, e);
        }
    }
}
