package flyt.access.account;

import flyt.access.Grant;
import flyt.access.Reach;
import flyt.access.Role;
import io.vertx.core.Future;
import java.util.List;

/**
 * One invented person per role, for the demo alone: they have no password, and sign in with one tap. Names are of nobody; the
 * login name is the role's.
 */
public final class DemoAccounts {
    private final Accounts accounts;
    private final String hospital;
    private final String ward;

    /** An invented person. {@code wide}: reaches the whole hospital, not one ward. */
    private record Someone(Role role, String name, String given, boolean wide) {}

    private static final List<Someone> PEOPLE = List.of(
            new Someone(Role.NURSE, "Ingrid Solheim", "Ingrid", false),
            new Someone(Role.WARD_COORDINATOR, "Marit Bakken", "Marit", false),
            new Someone(Role.DOCTOR, "Jonas Aas", "Jonas", true),
            new Someone(Role.CLEANER, "Tomasz Nowak", "Tomasz", true),
            new Someone(Role.PORTER, "Amir Haddad", "Amir", true),
            new Someone(Role.LOGISTICS_COORDINATOR, "Silje Moen", "Silje", true),
            new Someone(Role.BED_MANAGER, "Hanne Lunde", "Hanne", true),
            new Someone(Role.LABORATORY, "Petter Vik", "Petter", true),
            new Someone(Role.SECRETARY, "Liv Strand", "Liv", false),
            new Someone(Role.LEADER, "Anne Berg", "Anne", true),
            new Someone(Role.MUNICIPALITY, "Kjell Dahl", "Kjell", true),
            new Someone(Role.INTEGRATION_ENGINEER, "Sindre Foss", "Sindre", true),
            new Someone(Role.ADMINISTRATOR, "Eva Nygård", "Eva", true),
            new Someone(Role.AUDITOR, "Nils Haugen", "Nils", true));

    /**
     * The people of one hospital.
     *
     * @param ward where those work who work on one ward
     */
    public DemoAccounts(Accounts accounts, String hospital, String ward) {
        this.accounts = accounts;
        this.hospital = hospital;
        this.ward = ward;
    }

    /** Makes those who are not there yet. */
    public Future<Void> make() {
        Future<Void> made = Future.succeededFuture();
        for (Someone someone : PEOPLE) {
            made = made.compose(before -> accounts.byLogin(someone.role().wire()))
                    .compose(there -> there.isPresent()
                            ? Future.succeededFuture()
                            : accounts.create(account(someone)).mapEmpty());
        }
        return made;
    }

    /** Whether this is the login name of one of them. */
    public static boolean has(String login) {
        return PEOPLE.stream().anyMatch(someone -> someone.role().wire().equals(login));
    }

    private Accounts.New account(Someone someone) {
        Reach reach = someone.wide() ? Reach.hospital(hospital) : Reach.wards(hospital, ward);
        return new Accounts.New(
                someone.role().wire(),
                someone.name(),
                someone.given(),
                "nb",
                null,
                false,
                List.of(new Grant(someone.role(), reach)));
    }
}
