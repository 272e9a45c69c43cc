package flyt.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import flyt.domain.Hospital;
import flyt.domain.duty.Duties;
import flyt.domain.priority.RuleSet;
import flyt.journal.JournalJson;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which a hospital puts work in order now.
 *
 * @param adopted when and under which key somebody put them into force; null: nobody has, they are the standard ones
 */
public record RulesInForce(RuleSet rules, Duties.@Nullable Adoption adopted) {
    private static final JsonMapper JSON = JournalJson.mapper();

    static RulesInForce of(@Nullable Hospital hospital) {
        Duties duties = hospital == null ? Duties.NONE : hospital.duties();
        return new RulesInForce(duties.rules(), duties.adopted());
    }

    /** As it travels between members. */
    String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write the rules", e);
        }
    }

    static RulesInForce read(String json) {
        try {
            return JSON.readValue(json, RulesInForce.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no rules in force", e);
        }
    }
}
