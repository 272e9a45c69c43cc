package flyt.intake.http;

import flyt.access.Grant;
import flyt.access.Principal;
import flyt.access.Principal.Machine;
import flyt.access.Principal.Person;
import flyt.access.Principal.Screen;
import flyt.access.Reach;
import flyt.access.RoleTable;
import flyt.access.account.Account;
import flyt.access.client.Client;
import flyt.journal.WireNames;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** People, screens and systems as the access routes write them. */
final class AccessJson {
    private AccessJson() {}

    /** Whoever asks, as they see themselves. */
    static JsonObject me(Principal who, boolean demo) {
        return kind(who)
                .put("demo", demo)
                .put(
                        "may",
                        new JsonObject()
                                .put("views", new JsonArray(RoleTable.views(who)))
                                .put("deeds", new JsonArray(RoleTable.deeds(who))));
    }

    private static JsonObject kind(Principal who) {
        if (who instanceof Person person) {
            return person(person);
        } else if (who instanceof Screen screen) {
            return screen(screen).put("kind", "screen");
        } else if (who instanceof Machine machine) {
            return machine(machine);
        }
        return new JsonObject().put("kind", "nobody");
    }

    private static JsonObject person(Person person) {
        return new JsonObject()
                .put("kind", "person")
                .put("account", person.account())
                .put("name", person.name())
                .put("given", person.given())
                .put("login", person.login())
                .put("language", person.language())
                .put("grants", grants(person.grants()))
                .put("device", WireNames.of(person.device()))
                .put("screen", person.at() == null ? null : screen(person.at()))
                .put("mustChange", person.mustChange())
                .put("until", time(person.until()))
                .put("idleSeconds", person.idleSeconds());
    }

    private static JsonObject machine(Machine machine) {
        return new JsonObject()
                .put("kind", "machine")
                .put("id", machine.id())
                .put("name", machine.name())
                .put("hospital", machine.hospital())
                .put("scopes", sorted(machine.scopes()))
                .put("sources", sorted(machine.sources()));
    }

    static JsonObject account(Account account) {
        return new JsonObject()
                .put("id", account.id())
                .put("login", account.login())
                .put("name", account.name())
                .put("given", account.given())
                .put("language", account.language())
                .put("issuer", account.issuer())
                .put("mustChange", account.mustChange())
                .put("madeAt", time(account.madeAt()))
                .put("disabledAt", time(account.disabledAt()))
                .put("grants", grants(account.grants()));
    }

    static JsonObject client(Client client) {
        return new JsonObject()
                .put("id", client.id())
                .put("name", client.name())
                .put("kind", client.kind().wire())
                .put("hospital", client.hospital())
                .put("scopes", sorted(client.scopes()))
                .put("sources", sorted(client.sources()))
                .put("addresses", sorted(client.addresses()))
                .put("madeAt", time(client.madeAt()))
                .put("revokedAt", time(client.revokedAt()));
    }

    static JsonArray grants(List<Grant> grants) {
        return new JsonArray(grants.stream()
                .map(grant -> new JsonObject()
                        .put("role", grant.role().wire())
                        .put("hospital", grant.reach().hospital())
                        .put("wards", limit(grant.reach().wards()))
                        .put("zones", limit(grant.reach().zones())))
                .toList());
    }

    private static JsonObject screen(Screen screen) {
        return new JsonObject()
                .put("id", screen.id())
                .put("name", screen.name())
                .put("place", screen.place())
                .put("hospital", screen.hospital())
                .put("view", screen.view().wire())
                .put("scope", screen.scope())
                .put("clusters", new JsonArray(screen.clusters()))
                .put("level", screen.level())
                .put("naming", WireNames.of(screen.naming()));
    }

    private static Object limit(@Nullable Collection<String> ids) {
        JsonArray sorted = sorted(ids);
        return sorted == null ? Reach.EVERY : sorted;
    }

    private static @Nullable JsonArray sorted(@Nullable Collection<String> ids) {
        return ids == null ? null : new JsonArray(List.copyOf(new TreeSet<>(ids)));
    }

    private static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
