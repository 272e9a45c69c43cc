package flyt.intake.http;

import flyt.access.account.AccessHouse;
import flyt.intake.http.AccessDoor.Answer;
import flyt.journal.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The door through which one signs in, with a database of its own for each test. */
@ExtendWith(VertxExtension.class)
@Timeout(120)
abstract class AtTheAccessDoor {
    static final String ACCESS = "/api/v1/access/";

    TestDatabase database;
    AccessHouse house;
    AccessDoor door;

    @BeforeEach
    void open(Vertx vertx) {
        database = TestDatabase.fresh();
        house = new AccessHouse(vertx, database);
        door = new AccessDoor(vertx, house, false);
    }

    @AfterEach
    void close() {
        database.close();
    }

    final Answer signIn(String login, String password, String device) throws Exception {
        return door.post(ACCESS + "sign-in", credentials(login, password, device), null);
    }

    static JsonObject credentials(String login, String password, String device) {
        return new JsonObject().put("login", login).put("password", password).put("device", device);
    }
}
