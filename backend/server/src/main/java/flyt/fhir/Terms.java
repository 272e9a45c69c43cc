package flyt.fhir;

import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;

/**
 * By what a resource is found: each search parameter with every value that finds it, {@code status=in-progress}, {@code
 * identifier=urn:flyt:visit|V1001}, {@code location=Location/ward-LUN}.
 */
final class Terms {
    private final Set<String> all = new TreeSet<>();

    /** A code of a required value set. */
    Terms code(String parameter, String code) {
        all.add(parameter + "=" + code);
        all.add(parameter + "=|" + code);
        return this;
    }

    Terms token(String parameter, String system, String code) {
        all.add(parameter + "=" + code);
        all.add(parameter + "=" + system + "|" + code);
        all.add(parameter + "=" + system + "|");
        return this;
    }

    Terms token(String parameter, Coding coding) {
        return token(parameter, coding.getSystem(), coding.getCode());
    }

    Terms identifier(Identifier identifier) {
        return token("identifier", identifier.getSystem(), identifier.getValue());
    }

    Terms reference(String parameter, String type, String id) {
        all.add(parameter + "=" + id);
        all.add(parameter + "=" + type + "/" + id);
        return this;
    }

    Set<String> all() {
        return Set.copyOf(all);
    }
}
