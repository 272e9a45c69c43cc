package flyt.intake.http;

import flyt.domain.place.HospitalDefinition;
import java.util.List;

/** A hospital definition as a file: the same JSON, with the same faults, as over HTTP. */
public final class DefinitionFile {
    private DefinitionFile() {}

    /** The definition, or everything that is wrong with the file. */
    public static Reading<HospitalDefinition> read(byte[] content, DefinitionReader reader) {
        try {
            return reader.read(StrictJson.read(content));
        } catch (StrictJson.Malformed e) {
            return new Reading.Faulty<>(List.of(new Fault("", String.valueOf(e.getMessage()))));
        }
    }
}
