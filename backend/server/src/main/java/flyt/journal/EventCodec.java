package flyt.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import flyt.domain.event.Event;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Events as the journal keeps them: a type name and a JSON body. Safe to share between threads.
 *
 * <p>Old bodies stay readable for ever: a field that came later is absent in them and arrives as null, false or 0, for the
 * record's own constructor to fill; a field that a record drops is to be named here as one to leave out. A field nobody knows,
 * and one that is missing and not filled, is an error.
 */
public final class EventCodec {
    private final JsonMapper json = JournalJson.mapper();
    private final Map<String, Reading> readings = new HashMap<>();

    /** The codec of all event types. */
    public EventCodec() {
        EventTypes.all().forEach((name, type) -> readings.put(name, Reading.of(json, type)));
    }

    /** The name of the event's type. */
    public String type(Event event) {
        return EventTypes.of(event);
    }

    /** The event's body, a JSON object. */
    public String encode(Event event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "Cannot encode " + type(event) + ": " + e.getClass().getSimpleName(), e);
        }
    }

    /**
     * The event of a body.
     *
     * @throws UnreadableEvent when the type is unknown or the body is not one of this type
     */
    public Event decode(String type, String body) {
        Reading reading = readings.get(type);
        if (reading == null) {
            throw new UnreadableEvent("No event type is called " + type);
        }
        return reading.read(type, body);
    }

    /** How one type is read, and which of its fields must be there. */
    private record Reading(ObjectReader reader, List<Method> required) {
        static Reading of(JsonMapper json, Class<? extends Event> type) {
            return new Reading(
                    json.readerFor(type),
                    Arrays.stream(type.getRecordComponents())
                            .filter(component -> !component.getType().isPrimitive())
                            .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                            .map(RecordComponent::getAccessor)
                            .toList());
        }

        Event read(String type, String body) {
            Event event;
            try {
                event = reader.readValue(body);
            } catch (JsonProcessingException e) {
                throw new UnreadableEvent("The body does not fit " + type + place(e));
            }
            if (event == null) {
                throw new UnreadableEvent("The body of " + type + " is null");
            }
            for (Method field : required) {
                if (value(field, event) == null) {
                    throw new UnreadableEvent("The body of " + type + " lacks " + field.getName());
                }
            }
            return event;
        }

        /** Where in the body the trouble is, by field names only. */
        private static String place(JsonProcessingException e) {
            if (!(e instanceof JsonMappingException trouble)) {
                return ": it is not JSON";
            }
            return trouble.getPath().stream()
                    .map(JsonMappingException.Reference::getFieldName)
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(".", ": ", ""));
        }

        private static @Nullable Object value(Method field, Event event) {
            try {
                return field.invoke(event);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("Cannot read " + field, e);
            }
        }
    }
}
