package flyt.intake.hl7;

import com.fasterxml.jackson.databind.JsonNode;
import flyt.access.FaultyFile;
import flyt.intake.hl7.MllpPort.Sender;
import flyt.intake.http.ProfileDesk;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The ports with the senders and the profiles that are in force. These may change while the ports stay open: a message is read by
 * what is in force when it comes. Usable from any thread.
 */
public final class PortsInForce {
    private volatile Hl7File.Contents now;

    public PortsInForce(Hl7File.Contents first) {
        this.now = first;
    }

    /** In the order of the file. */
    List<MllpPort> ports() {
        return now.ports();
    }

    MllpPort port(int number) {
        return now.ports().get(number);
    }

    /** The profiles in force, by id. */
    List<ProfileDesk.Profile> profiles() {
        TreeMap<String, TreeSet<String>> hospitals = new TreeMap<>();
        TreeMap<String, SenderProfile> profiles = new TreeMap<>();
        for (Sender sender : senders(now)) {
            profiles.put(sender.profile().id(), sender.profile());
            hospitals
                    .computeIfAbsent(sender.profile().id(), id -> new TreeSet<>())
                    .add(sender.hospital());
        }
        return profiles.values().stream()
                .map(profile -> new ProfileDesk.Profile(
                        profile.id(), profile.version(), profile.source(), hospitals.get(profile.id())))
                .toList();
    }

    /**
     * Takes what the file says now, whole or not at all.
     *
     * @param yours whether what comes to a hospital may be changed
     * @throws FaultyFile when a port is another, or a profile is and has no higher version, or tells of a hospital that is not yours
     */
    synchronized void take(Hl7File.Contents next, Predicate<String> yours) throws FaultyFile {
        List<String> faults = new ArrayList<>();
        boolean samePorts = next.ports().size() == now.ports().size();
        for (int i = 0; samePorts && i < next.ports().size(); i++) {
            samePorts = next.ports().get(i).opensAs(now.ports().get(i));
        }
        if (!samePorts) {
            faults.add("listeners: ports change with the next start");
        }
        TreeSet<String> changed = new TreeSet<>();
        next.written().forEach((id, profile) -> {
            JsonNode before = now.written().get(id);
            if (!profile.equals(before)) {
                changed.add(id);
            }
            if (before != null && !profile.equals(before) && version(profile) <= version(before)) {
                faults.add("profiles." + id + ".version: must be above " + version(before)
                        + ", for the profile is another");
            }
        });
        now.written().keySet().stream()
                .filter(id -> !next.written().containsKey(id))
                .forEach(changed::add);
        TreeSet<String> concerned = new TreeSet<>();
        List<Sender> before = senders(now);
        List<Sender> after = senders(next);
        before.stream()
                .filter(one -> changed.contains(one.profile().id()) || !isAmong(one, after))
                .forEach(one -> concerned.add(one.hospital()));
        after.stream()
                .filter(one -> changed.contains(one.profile().id()) || !isAmong(one, before))
                .forEach(one -> concerned.add(one.hospital()));
        concerned.stream()
                .filter(yours.negate())
                .forEach(hospital -> faults.add("hospitals." + hospital + ": what comes to it is not yours to change"));
        if (!faults.isEmpty()) {
            throw new FaultyFile(faults);
        }
        now = next;
    }

    private static boolean isAmong(Sender sender, List<Sender> others) {
        return others.stream()
                .anyMatch(other -> Objects.equals(sender.application(), other.application())
                        && Objects.equals(sender.facility(), other.facility())
                        && sender.hospital().equals(other.hospital())
                        && sender.client().equals(other.client())
                        && sender.profile().id().equals(other.profile().id()));
    }

    private static List<Sender> senders(Hl7File.Contents contents) {
        return contents.ports().stream()
                .flatMap(port -> port.senders().stream())
                .toList();
    }

    private static int version(JsonNode profile) {
        return profile.path("version").asInt(1);
    }
}
