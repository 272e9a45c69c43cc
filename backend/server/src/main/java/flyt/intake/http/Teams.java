package flyt.intake.http;

import flyt.access.Grant;
import flyt.access.Principal;
import flyt.access.Principal.Person;
import flyt.access.Role;
import flyt.domain.place.HospitalId;
import flyt.domain.priority.Team;
import java.util.List;
import java.util.Map;

/** For which teams somebody may come on duty: by what they work as. */
final class Teams {
    private static final Map<Role, Team> BY_ROLE = Map.of(Role.CLEANER, Team.CLEANING, Role.PORTER, Team.PORTERS);

    private Teams() {}

    static List<Team> of(HospitalId hospital, Principal who) {
        return who instanceof Person person
                ? person.grants().stream()
                        .filter(grant -> grant.reach().covers(hospital.value()))
                        .map(Grant::role)
                        .filter(BY_ROLE::containsKey)
                        .map(BY_ROLE::get)
                        .distinct()
                        .toList()
                : List.of();
    }
}
