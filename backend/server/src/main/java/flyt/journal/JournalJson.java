package flyt.journal;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import flyt.domain.conflict.Conflict;
import flyt.domain.duty.MessageId;
import flyt.domain.event.Id;
import flyt.domain.event.Source;
import flyt.domain.event.StaffKey;
import flyt.domain.forecast.Forecast.Outcome;
import flyt.domain.forecast.Spread;
import flyt.domain.lab.OrderId;
import flyt.domain.place.BedId;
import flyt.domain.place.HospitalId;
import flyt.domain.place.RoomId;
import flyt.domain.place.WardId;
import flyt.domain.placement.RequestId;
import flyt.domain.sampling.StationId;
import flyt.domain.sampling.TicketId;
import flyt.domain.stay.PatientKey;
import flyt.domain.stay.StayFact;
import flyt.domain.stay.StayFact.FactCancelled;
import flyt.domain.stay.StayId;
import flyt.domain.task.TaskId;
import java.io.IOException;
import java.util.function.Function;

/**
 * How the journal writes the domain's records as JSON: ids as plain text, instants and dates in ISO 8601, enumerated values by
 * {@link WireNames}, no nulls. An unknown field is an error, since it is something said that this program would forget.
 */
public final class JournalJson {
    private JournalJson() {}

    /** A new mapper; it may be shared by threads. */
    public static JsonMapper mapper() {
        SimpleModule ids = new SimpleModule("ids");
        ids.addSerializer(Id.class, new IdWriter());
        ids.addKeySerializer(Id.class, new IdKeyWriter());
        id(ids, BedId.class, BedId::new);
        id(ids, Conflict.Key.class, Conflict.Key::new);
        id(ids, HospitalId.class, HospitalId::new);
        id(ids, MessageId.class, MessageId::new);
        id(ids, OrderId.class, OrderId::new);
        id(ids, PatientKey.class, PatientKey::new);
        id(ids, RequestId.class, RequestId::new);
        id(ids, RoomId.class, RoomId::new);
        id(ids, Source.class, Source::new);
        id(ids, StaffKey.class, StaffKey::new);
        id(ids, StationId.class, StationId::new);
        id(ids, StayId.class, StayId::new);
        id(ids, TaskId.class, TaskId::new);
        id(ids, TicketId.class, TicketId::new);
        id(ids, WardId.class, WardId::new);
        JsonMapper mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(ids)
                .addMixIn(Outcome.class, AsList.class)
                .addMixIn(Spread.class, AsList.class)
                .addMixIn(FactCancelled.class, FactWithType.class)
                .annotationIntrospector(new EnumNames())
                .serializationInclusion(JsonInclude.Include.NON_NULL)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .build();
        EventTypes.all().forEach((name, type) -> mapper.registerSubtypes(new NamedType(type, name)));
        return mapper;
    }

    /** A fact within another one names its type. */
    private interface FactWithType {
        @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
        StayFact fact();
    }

    /** A forecast is some thousand numbers: they go without their names. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    private interface AsList {}

    private static <T extends Id> void id(SimpleModule module, Class<T> type, Function<String, T> of) {
        module.addDeserializer(type, new IdReader<>(type, of));
        module.addKeyDeserializer(type, new IdKeyReader(of));
    }

    private static final class IdWriter extends StdSerializer<Id> {
        private static final long serialVersionUID = 1L;

        IdWriter() {
            super(Id.class);
        }

        @Override
        public void serialize(Id id, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(id.value());
        }
    }

    private static final class IdKeyWriter extends StdSerializer<Id> {
        private static final long serialVersionUID = 1L;

        IdKeyWriter() {
            super(Id.class);
        }

        @Override
        public void serialize(Id id, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeFieldName(id.value());
        }
    }

    private static final class IdKeyReader extends KeyDeserializer {
        private final Function<String, ? extends Id> of;

        IdKeyReader(Function<String, ? extends Id> of) {
            this.of = of;
        }

        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            return of.apply(key);
        }
    }

    private static final class IdReader<T extends Id> extends StdScalarDeserializer<T> {
        private static final long serialVersionUID = 1L;
        private final transient Function<String, T> of;

        IdReader(Class<T> type, Function<String, T> of) {
            super(type);
            this.of = of;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                context.reportInputMismatch(this, "an id must be a text");
            }
            return of.apply(json.getText());
        }
    }

    private static final class EnumNames extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public String[] findEnumValues(MapperConfig<?> config, AnnotatedClass type, Enum<?>[] values, String[] names) {
            for (int i = 0; i < values.length; i++) {
                names[i] = WireNames.of(values[i]);
            }
            return names;
        }
    }
}
