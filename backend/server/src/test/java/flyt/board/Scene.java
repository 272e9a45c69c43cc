package flyt.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import flyt.domain.Command;
import flyt.domain.Decider;
import flyt.domain.Decision;
import flyt.domain.Hospital;
import flyt.domain.Input;
import flyt.domain.event.Event;
import flyt.domain.event.Id;
import flyt.domain.event.MessageKey;
import flyt.domain.event.Source;
import flyt.domain.event.StaffKey;
import flyt.domain.event.TextKey;
import flyt.domain.place.BedId;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.Place;
import flyt.domain.place.WardId;
import flyt.domain.staff.StaffEvent.Assigned;
import flyt.domain.staff.StaffEvent.ResponsibilityReported;
import flyt.domain.stay.PatientClass;
import flyt.domain.stay.PatientKey;
import flyt.domain.stay.StayFact.PatientAdmitted;
import flyt.domain.stay.StayId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A hospital, its book of rows, and a screen that only ever got the updates. */
final class Scene {
    static final Instant START = Instant.parse("2026-11-12T08:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RowBook book;
    private final Map<String, String> screen = new TreeMap<>();
    private final List<Identity> learning = new ArrayList<>();
    private Hospital hospital;
    private Instant now = START;
    private int messages;
    private int failures;
    List<RowUpdate> latest = List.of();

    Scene() {
        this(Fjordlia.definition());
    }

    Scene(HospitalDefinition definition) {
        Input define = new Input.Define(message(), definition);
        hospital = ((Decision.Accepted) Decider.decide(null, define, now)).after();
        book = new RowBook(hospital, Identities.NONE);
        book.rows().forEach(this::show);
    }

    Hospital hospital() {
        return hospital;
    }

    Instant now() {
        return now;
    }

    /** The people that the next message brings names of. */
    void learn(Identity identity) {
        learning.add(identity);
    }

    void patient(String key, String given, String family, int year) {
        learn(new Identity.OfPatient(new PatientKey(key), given, family, LocalDate.of(year, 3, 4), false));
    }

    void protectedPatient(String key, String given, String family, int year) {
        learn(new Identity.OfPatient(new PatientKey(key), given, family, LocalDate.of(year, 3, 4), true));
    }

    /** Words for which the hospital has themselves as a key. */
    String words(String words) {
        learn(new Identity.OfText(new TextKey(words), words));
        return words;
    }

    void staff(String key, String name) {
        learn(new Identity.OfStaff(new StaffKey(key), name));
    }

    void staff(StaffKey key, String name, String number) {
        learn(new Identity.OfStaff(key, name, number));
    }

    void admit(String visit, String patient, @Nullable String ward, String bed) {
        report(new PatientAdmitted(
                new StayId(visit), new PatientKey(patient), PatientClass.I, place(bed), wardOrNull(ward)));
    }

    void responsible(String visit, @Nullable String nurse, @Nullable String doctor) {
        report(new ResponsibilityReported(new StayId(visit), assigned(nurse), assigned(doctor)));
    }

    void report(Event fact) {
        reportAt(now, fact);
    }

    void reportAt(Instant occurredAt, Event fact) {
        take(new Input.Report(message(), occurredAt, null, fact));
    }

    void wish(Command command) {
        wish("N1", command);
    }

    void wish(String by, Command command) {
        take(new Input.Wish(new MessageKey(Source.FLYT, message().id()), now, new StaffKey(by), command));
    }

    void define(HospitalDefinition definition) {
        take(new Input.Define(message(), definition));
    }

    /** Time goes on, and brings what is due. */
    void pass(Duration time) {
        now = now.plus(time);
        take(new Input.TimePassed(message()));
    }

    void forget(Id erased) {
        show(book.forget(erased));
    }

    private void take(Input input) {
        if (Decider.decide(hospital, input, now) instanceof Decision.Accepted accepted) {
            hospital = accepted.after();
            for (int left = failures; left > 0; left--) {
                foreseeInVain(accepted);
            }
            List<RowUpdate> updates = book.follow(hospital, accepted.events(), learning);
            learning.clear();
            show(updates);
        }
    }

    /** Each step from now on is foreseen so many times before it comes true. */
    void letCommitsFail(int times) {
        failures = times;
    }

    private void foreseeInVain(Decision.Accepted decision) {
        Map<String, String> before = read();
        Identities known = book.identities();
        var unused = book.foresee(decision.after(), decision.events(), learning);
        assertThat(read()).as("rows read while the commit is on its way").isEqualTo(before);
        assertThat(book.identities()).isSameAs(known);
        book.takeBack();
        assertThat(read()).as("rows read after the commit failed").isEqualTo(before);
        assertThat(book.identities()).isSameAs(known);
    }

    /** What the book shows to who asks it. */
    Map<String, String> read() {
        return texts(book.rows());
    }

    private void show(List<RowUpdate> updates) {
        latest = updates;
        updates.forEach(this::show);
    }

    private void show(RowUpdate update) {
        String place = update.stream().name() + " " + update.key();
        if (update.json() == null) {
            screen.remove(place);
        } else {
            screen.put(place, new String(update.json(), StandardCharsets.UTF_8));
        }
    }

    /** What the screen shows: the text of each row by stream and key. */
    Map<String, String> screen() {
        return screen;
    }

    /** What a screen would show that came only now. */
    Map<String, String> fresh() {
        return texts(Projections.allRows(hospital, book.identities()));
    }

    private static Map<String, String> texts(List<RowUpdate> rows) {
        Map<String, String> texts = new TreeMap<>();
        rows.forEach(row ->
                texts.put(row.stream().name() + " " + row.key(), new String(row.json(), StandardCharsets.UTF_8)));
        return texts;
    }

    Identities identities() {
        return book.identities();
    }

    /** A row as JSON; a missing node when there is none. */
    JsonNode row(String stream, String key) {
        String text = screen.get("FJL/" + stream + " " + key);
        try {
            return text == null ? JSON.missingNode() : JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    /** The bed's row on its ward's board. */
    JsonNode bed(int level, String bed) {
        return row("ward." + level + "/" + bed.substring(0, 3), "bed/" + bed);
    }

    /** All that a stream's rows say, as text. */
    String text(String stream) {
        StringBuilder text = new StringBuilder();
        screen.forEach((place, json) -> {
            if (place.startsWith("FJL/" + stream + " ")) {
                text.append(json).append('\n');
            }
        });
        return text.toString();
    }

    static Place place(String bed) {
        return new Place(new WardId(bed.substring(0, 3)), bed.length() == 3 ? null : new BedId(bed));
    }

    private static @Nullable WardId wardOrNull(@Nullable String ward) {
        return ward == null ? null : new WardId(ward);
    }

    private static Assigned assigned(@Nullable String key) {
        return new Assigned(key == null ? null : new StaffKey(key));
    }

    private MessageKey message() {
        messages++;
        return new MessageKey(new Source("pas"), "M" + messages);
    }
}
