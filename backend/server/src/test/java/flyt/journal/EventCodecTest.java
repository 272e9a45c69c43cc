package flyt.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import flyt.domain.duty.DutyEvent.RulesAdopted;
import flyt.domain.event.Event;
import flyt.domain.event.Id;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.PlaceEvent.HospitalDefined;
import flyt.domain.priority.Team;
import flyt.domain.stay.FactKind;
import flyt.domain.stay.StayFact;
import flyt.domain.stay.StayFact.FactCancelled;
import flyt.domain.stay.StayFact.LeaveStarted;
import flyt.domain.stay.StayId;
import flyt.domain.threshold.StandardThresholdSet;
import flyt.domain.threshold.ThresholdEvent.ThresholdsAdopted;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {
    private static final String GOLDEN = "/flyt/protocol/golden/";
    private static final ObjectWriter SORTED = new ObjectMapper()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .writerWithDefaultPrettyPrinter();

    private final EventCodec codec = new EventCodec();

    static Stream<Class<?>> eventRecords() {
        List<JavaClass> found = new ClassFileImporter()
                .importPackages("flyt.domain").stream()
                        .filter(type -> type.isAssignableTo(Event.class) && type.isRecord())
                        .toList();
        assertThat(found).hasSizeGreaterThan(40);
        return found.stream().map(JavaClass::reflect);
    }

    static Stream<Event> examples() {
        return EventExamples.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("eventRecords")
    void everyEventRecordHasANameAndAnExample(Class<?> record) {
        assertThat(EventTypes.all().values()).contains(record.asSubclass(Event.class));
        assertThat(EventExamples.ALL).filteredOn(record::isInstance).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyEventComesBackEqual(Event event) {
        assertThat(codec.decode(codec.type(event), codec.encode(event))).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theGoldenFileMeansTheExample(Event event) throws IOException {
        String type = codec.type(event);
        assertThat(codec.decode(type, golden("events/" + type + ".v1.json"))).isEqualTo(event);
    }

    @Test
    void rulesAdoptedBeforeTeamsLiftedTheirTasksMeanTheLongestWait() throws IOException {
        ObjectNode older = (ObjectNode) new ObjectMapper().readTree(golden("events/RulesAdopted.v1.json"));
        ((ObjectNode) older.at("/rules/within/cleaning")).remove("liftedAfter");
        RulesAdopted adopted = (RulesAdopted) codec.decode("RulesAdopted", older.toString());
        assertThat(adopted.rules().liftedAfter(Team.CLEANING)).isEqualTo(Duration.ofHours(4));
    }

    @Test
    void thresholdsAdoptedBeforeRulesCouldBePutAsideAreInForce() throws IOException {
        ObjectNode older = (ObjectNode) new ObjectMapper().readTree(golden("events/ThresholdsAdopted.v1.json"));
        older.at("/rules/rules").forEach(rule -> ((ObjectNode) rule).remove("off"));
        assertThat(codec.decode("ThresholdsAdopted", older.toString()))
                .isEqualTo(new ThresholdsAdopted(StandardThresholdSet.SET));
    }

    @Test
    void aCancellationMayHaveTheWholeFactInIt() {
        StayId stay = new StayId("V-1");
        Event event = new FactCancelled(stay, FactKind.LEAVE_STARTED, null, new LeaveStarted(stay, null));
        assertThat(codec.encode(event)).contains("\"fact\":{\"type\":\"LeaveStarted\",\"stay\":\"V-1\"}");
        assertThat(codec.decode("FactCancelled", codec.encode(event))).isEqualTo(event);
    }

    @Test
    void everyKindOfFactHasTheNameOfItsType() {
        assertThat(EventExamples.ALL)
                .filteredOn(StayFact.class::isInstance)
                .hasSize(FactKind.values().length)
                .allSatisfy(event -> {
                    FactKind kind = ((StayFact) event).kind();
                    assertThat(EventTypes.of(kind)).isEqualTo(EventTypes.of(event));
                    assertThat(EventTypes.kind(EventTypes.of(event))).isEqualTo(kind);
                });
    }

    @Test
    void enumeratedValuesHaveTheNamesWrittenDown() throws IOException {
        Map<String, List<String>> writtenDown =
                new ObjectMapper().readValue(golden("names.json"), new TypeReference<>() {});
        assertThat(names()).isEqualTo(writtenDown);
    }

    @Test
    void theReferenceHospitalIsReadAsItIsWritten() throws IOException {
        String body = "{\"definition\":" + resource("/flyt/protocol/hospitals/fjordvik.json") + "}";
        HospitalDefinition fjordvik = ((HospitalDefined) codec.decode("HospitalDefined", body)).definition();
        assertThat(fjordvik.wards()).hasSizeGreaterThan(10);
        assertThat(codec.decode("HospitalDefined", codec.encode(new HospitalDefined(fjordvik))))
                .isEqualTo(new HospitalDefined(fjordvik));
    }

    @Test
    void aTypeNobodyKnowsStopsTheReplay() {
        assertThatThrownBy(() -> codec.decode("PatientAbducted", "{}"))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessage("No event type is called PatientAbducted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{\"bed\":\"LUN-301\"} x",
                "{\"bed\":301}",
                "{\"bed\":\"\"}",
                "{\"bed\":\"LUN-301\",\"colour\":\"red\"}",
                "{}",
                "{\"bed\":null}"
            })
    void aBodyThatDoesNotFitStopsTheReplay(String body) {
        assertThatThrownBy(() -> codec.decode("BedOpened", body))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining("BedOpened");
    }

    @Test
    void aWrongValueIsNamedByItsFieldAndNotShown() {
        assertThatThrownBy(() -> codec.decode("BedClosed", "{\"bed\":\"LUN-301\",\"reason\":\"Kari Hansen\"}"))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessage("The body does not fit BedClosed: reason");
    }

    /** Writes the golden files that are not there yet; each is then read by a person. */
    @Test
    @EnabledIfSystemProperty(named = "flyt.golden.write", matches = ".+")
    void writeGoldenFiles() throws IOException {
        Path folder = Path.of(System.getProperty("flyt.golden.write"));
        for (Event event : EventExamples.ALL) {
            write(
                    folder.resolve("events/" + codec.type(event) + ".v1.json"),
                    new ObjectMapper().readValue(codec.encode(event), TreeMap.class));
        }
        write(folder.resolve("names.json"), names());
    }

    private static void write(Path file, Object value) throws IOException {
        if (Files.notExists(file)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, SORTED.writeValueAsString(value) + "\n");
        }
    }

    /** The names of every enumerated value that an event can hold, by the name of its type. */
    private static Map<String, List<String>> names() {
        Set<Type> seen = new HashSet<>();
        List<Class<?>> enums = new ArrayList<>();
        eventRecords().forEach(record -> collect(record, seen, enums));
        return enums.stream()
                .collect(Collectors.toMap(
                        type -> type.getName().replaceFirst(".*\\.", "").replace('$', '.'),
                        type -> Arrays.stream(type.getEnumConstants())
                                .map(value -> WireNames.of((Enum<?>) value))
                                .toList(),
                        (one, other) -> {
                            throw new IllegalStateException("two enums of one name");
                        },
                        TreeMap::new));
    }

    private static void collect(Type type, Set<Type> seen, List<Class<?>> enums) {
        assertThat(type).isNotInstanceOf(GenericArrayType.class);
        if (!seen.add(type)) {
            return;
        }
        if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                collect(argument, seen, enums);
            }
        } else if (type instanceof Class<?> plain) {
            if (plain.isEnum()) {
                enums.add(plain);
            } else if (plain.isRecord() && !Id.class.isAssignableFrom(plain)) {
                for (RecordComponent component : plain.getRecordComponents()) {
                    collect(component.getGenericType(), seen, enums);
                }
            }
        }
    }

    private static String golden(String name) throws IOException {
        return resource(GOLDEN + name);
    }

    private static String resource(String path) throws IOException {
        try (InputStream in = EventCodecTest.class.getResourceAsStream(path)) {
            assertThat(in).as("resource %s", path).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
