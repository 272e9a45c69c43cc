package flyt.intake.fhir.in;

import ca.uhn.fhir.parser.ErrorHandlerAdapter;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import flyt.fhir.R4;
import flyt.intake.fhir.in.Remarks.Note;
import java.nio.charset.StandardCharsets;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;

/** From bytes to a resource: what the library does not know is passed over, a value that is none is a fault. */
final class BodyReader {
    private static final int WORDS_MAX = 300;

    private BodyReader() {}

    /** That it is no resource. The message may quote the body: for its sender alone. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message, null, false, false);
        }
    }

    static Resource read(byte[] body, Remarks remarks) throws Unreadable {
        IParser parser = R4.context().newJsonParser();
        parser.setParserErrorHandler(new Noting(remarks));
        parser.setOverrideResourceIdWithBundleEntryFullUrl(false);
        IBaseResource resource;
        try {
            resource = parser.parseResource(new String(body, StandardCharsets.UTF_8));
        } catch (RuntimeException | StackOverflowError e) {
            // whatever goes wrong in the library, it is this body that it cannot read
            throw new Unreadable(words(e));
        }
        if (resource instanceof Resource r4) {
            return r4;
        }
        throw new Unreadable("is not a resource");
    }

    private static String words(Throwable failure) {
        String words = failure.getMessage() == null ? "is not a resource" : failure.getMessage();
        return words.substring(0, Math.min(WORDS_MAX, words.length()));
    }

    private static final class Noting extends ErrorHandlerAdapter {
        private final Remarks remarks;

        Noting(Remarks remarks) {
            this.remarks = remarks;
        }

        @Override
        public void unknownElement(IParseLocation location, String name) {
            remarks.note(Note.UNKNOWN_ELEMENT);
        }

        @Override
        public void unknownAttribute(IParseLocation location, String name) {
            remarks.note(Note.UNKNOWN_ELEMENT);
        }

        @Override
        public void invalidValue(IParseLocation location, String value, String problem) {
            remarks.fault(at(location), "has a value that it cannot have");
        }

        @Override
        public void incorrectJsonType(
                IParseLocation location,
                String name,
                ValueType expected,
                ScalarType expectedScalar,
                ValueType found,
                ScalarType foundScalar) {
            if (expected != ValueType.SCALAR || found != ValueType.SCALAR) {
                remarks.fault(
                        at(location).isEmpty() ? name : at(location) + "." + name, "has another shape in FHIR R4");
            }
        }

        private static String at(IParseLocation location) {
            String name = location == null ? null : location.getParentElementName();
            return name == null ? "" : name;
        }
    }
}
