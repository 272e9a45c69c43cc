package flyt.domain.stay;

import flyt.domain.event.EventHeader;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/** Which patient numbers are the same person, as last told by time. Immutable. */
record PatientLinks(TreePMap<PatientKey, Link> links) {

    static final PatientLinks NONE = new PatientLinks(TreePMap.empty());

    /** So many numbers in a row are followed; more is a mistake of the senders, and a circle would never end. */
    private static final int LONGEST_CHAIN = 16;

    /** Which number a patient goes by (null: its own again), and the fact that said so last. */
    record Link(@Nullable PatientKey survivor, EventHeader told) {

        boolean laterThan(EventHeader other) {
            int byTime = told.effectiveAt().compareTo(other.effectiveAt());
            return byTime != 0 ? byTime > 0 : told.message().compareTo(other.message()) > 0;
        }
    }

    static PatientLinks of(Collection<PatientLink> links) {
        PatientLinks all = NONE;
        for (PatientLink one : links) {
            all = new PatientLinks(all.links.plus(one.patient(), new Link(one.survivor(), one.told())));
        }
        return all;
    }

    List<PatientLink> all() {
        return links.entrySet().stream()
                .map(entry -> new PatientLink(
                        entry.getKey(),
                        entry.getValue().survivor(),
                        entry.getValue().told()))
                .toList();
    }

    /** The number that counts after merges. */
    PatientKey resolve(PatientKey patient) {
        PatientKey at = patient;
        for (int steps = 0; steps < LONGEST_CHAIN; steps++) {
            Link link = links.get(at);
            if (link == null || link.survivor() == null) {
                return at;
            }
            at = link.survivor();
        }
        return at;
    }

    /** Two numbers are two people after all, whichever of them went by the other. */
    PatientLinks parted(PatientKey patient, PatientKey merged, EventHeader header) {
        PatientLinks apart = with(merged, null, header);
        Link back = apart.links.get(patient);
        return back != null && merged.equals(back.survivor()) ? apart.with(patient, null, header) : apart;
    }

    PatientLinks with(PatientKey from, @Nullable PatientKey survivor, EventHeader header) {
        Link before = links.get(from);
        return before != null && before.laterThan(header)
                ? this
                : new PatientLinks(links.plus(from, new Link(survivor, header)));
    }
}
