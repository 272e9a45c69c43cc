package flyt.runtime;

import flyt.domain.Hospital;
import flyt.domain.bed.Bed;
import flyt.domain.duty.Message;
import flyt.domain.stay.Course;
import flyt.domain.stay.PatientKey;
import flyt.domain.stay.PatientLink;
import flyt.domain.task.Task;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What of a hospital's people and texts may be forgotten, and what is still needed. */
final class Forgetting {
    private Forgetting() {}

    /** All keys of the person behind one: patients' numbers are merged and taken apart again. */
    static SortedSet<PatientKey> allKeysOf(Hospital hospital, PatientKey patient) {
        PatientKey counts = hospital.stays().resolve(patient);
        SortedSet<PatientKey> keys = new TreeSet<>(List.of(patient, counts));
        for (PatientLink link : hospital.stays().patientLinks()) {
            if (hospital.stays().resolve(link.patient()).equals(counts)) {
                keys.add(link.patient());
            }
        }
        return keys;
    }

    /**
     * Until when each patient has had to do with the hospital, by key: until now, or until the end of the last stay. Who is not in
     * it has no stay in memory.
     */
    static Map<String, Instant> patientsUntil(Hospital hospital, Instant now) {
        Map<PatientKey, Instant> latest = new HashMap<>();
        Set<PatientKey> keys = new HashSet<>();
        for (Course course : hospital.stays().courses()) {
            if (course.patient() != null) {
                Instant end = course.inHouse() || course.endedAt() == null ? now : course.endedAt();
                latest.merge(hospital.stays().resolve(course.patient()), end, Forgetting::later);
                keys.add(course.patient());
            }
        }
        keys.addAll(latest.keySet());
        hospital.stays().patientLinks().forEach(link -> keys.add(link.patient()));
        Map<String, Instant> until = new HashMap<>();
        for (PatientKey key : keys) {
            Instant end = latest.get(hospital.stays().resolve(key));
            if (end != null) {
                until.put(key.value(), end);
            }
        }
        return until;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** The texts that boards show: why work rests, what people are told, what beds are reserved for, where patients are meanwhile. */
    static Set<String> textsShown(Hospital hospital) {
        Set<String> texts = new HashSet<>();
        for (Task task : hospital.tasks().open()) {
            add(texts, task.reason());
            add(texts, task.delay());
            add(texts, task.job().note());
            add(texts, task.pin() == null ? null : task.pin().reason());
        }
        for (Message message : hospital.duties().messages().values()) {
            add(texts, message.text());
        }
        for (Bed bed : hospital.beds().conditions().values()) {
            add(texts, bed.reservation() == null ? null : bed.reservation().purpose());
        }
        for (Course course : hospital.stays().courses()) {
            add(texts, destination(course));
        }
        return texts;
    }

    /** The texts that are about another patient for sure. Any other one may name this one, whatever it is about. */
    static Set<String> textsAboutOthers(Hospital hospital, Set<PatientKey> person) {
        Set<String> texts = new HashSet<>();
        for (Course course : hospital.stays().courses()) {
            if (course.patient() != null && !person.contains(course.patient())) {
                add(texts, destination(course));
            }
        }
        return texts;
    }

    private static @Nullable String destination(Course course) {
        return course.away() == null ? null : course.away().destination();
    }

    private static void add(Set<String> texts, @Nullable String text) {
        if (text != null) {
            texts.add(text);
        }
    }
}
