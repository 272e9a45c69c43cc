package flyt.simulator.staff;

import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.access.SecretToken;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import org.jspecify.annotations.Nullable;

/** Whose phones there are at one hospital of a server for demonstrations. */
public final class Staff {
    private final HttpClient client;
    private final String url;
    private final String hospital;
    private final Phone administrator;

    /** That of a hospital; nobody is signed in. */
    public Staff(HttpClient client, String url, String hospital) {
        this.client = client;
        this.url = url;
        this.hospital = hospital;
        this.administrator = known("administrator");
    }

    /** The phone of whoever the server itself has made up for that role. */
    public Phone known(String role) {
        return phone("demo-sign-in", Phone.object().put("login", role));
    }

    /**
     * The phone of somebody who is new: an account with a password of their own.
     *
     * @param name one given name
     * @param ward where they work; null: everywhere
     */
    public Future<Phone> hired(String login, String name, String role, @Nullable String ward) {
        ObjectNode account =
                Phone.object().put("login", login).put("name", name).put("given", name);
        ObjectNode grant = account.putArray("grants").addObject();
        grant.put("role", role).put("hospital", hospital).put("zones", "*");
        if (ward == null) {
            grant.put("wards", "*");
        } else {
            grant.putArray("wards").add(ward);
        }
        String password = SecretToken.make();
        return administrator
                .done(HttpMethod.POST, "/api/v1/access/accounts", account)
                .compose(made -> {
                    String first = made.get("password").asText();
                    ObjectNode change = Phone.object().put("old", first).put("new", password);
                    return withPassword(login, first).done(HttpMethod.POST, "/api/v1/access/password", change);
                })
                .map(changed -> withPassword(login, password));
    }

    private Phone withPassword(String login, String password) {
        return phone("sign-in", Phone.object().put("login", login).put("password", password));
    }

    private Phone phone(String way, ObjectNode who) {
        return new Phone(client, url, hospital, way, who.put("device", "own"));
    }
}
