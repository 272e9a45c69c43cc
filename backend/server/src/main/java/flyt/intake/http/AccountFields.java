package flyt.intake.http;

import flyt.access.Grant;
import flyt.access.Reach;
import flyt.access.Role;
import flyt.access.account.Accounts;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parts of accounts and clients as they are written in requests. */
final class AccountFields {
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,59}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,40}");

    private static final Set<String> LANGUAGES = Set.of("nb", "en");

    private AccountFields() {}

    /** A name to sign in with, as it is kept. */
    static String login(Fields fields) {
        String typed = fields.text("login");
        String login = typed == null ? "" : Accounts.login(typed);
        if (typed != null && !LOGIN.matcher(login).matches()) {
            fields.fault("login", "must be 2 to 60 of a-z 0-9 . _ @ -, the first a letter or figure");
        }
        return login;
    }

    /** A hospital's id, or {@code *}. */
    static String hospital(Fields fields) {
        String hospital = fields.text("hospital");
        if (hospital != null && !hospital.equals(Reach.EVERY) && !isId(hospital)) {
            fields.fault("hospital", "must be the id of a hospital, or *");
        }
        return hospital;
    }

    /** A language that there are pages in; null when absent. */
    static @Nullable String language(Fields fields) {
        String language = fields.maybeText("language");
        if (language != null && !LANGUAGES.contains(language)) {
            fields.fault("language", "must be nb or en");
        }
        return language;
    }

    /** What somebody is granted; no role twice at one hospital. */
    static List<Grant> grants(Fields fields) {
        List<Grant> grants = fields.objects("grants", AccountFields::grant);
        Set<String> seen = new HashSet<>();
        for (Grant grant : grants) {
            if (!seen.add(grant.role() + " at " + grant.reach().hospital())) {
                fields.fault(
                        "grants",
                        "has a role twice at one hospital: " + grant.role().wire());
            }
        }
        return grants;
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    private static @Nullable Grant grant(Fields fields) {
        Role role = fields.choice("role", Role.class);
        String hospital = hospital(fields);
        Set<String> wards = limit(fields, "wards");
        Set<String> zones = limit(fields, "zones");
        if (role != null && !role.isForPeople()) {
            fields.fault("role", "is not for people");
        }
        return fields.faultless() ? new Grant(role, new Reach(hospital, wards, zones)) : null;
    }

    /** Ids, or {@code "*"} or nothing for all, which is null. */
    private static @Nullable Set<String> limit(Fields fields, String name) {
        if (fields.saysAll(name)) {
            return null;
        }
        List<String> ids = fields.maybeTexts(name, AccountFields::isId, "ids, or the text *");
        return ids == null ? null : Set.copyOf(ids);
    }
}
