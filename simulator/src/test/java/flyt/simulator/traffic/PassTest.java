package flyt.simulator.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flyt.access.SecretToken;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A pass at a server that gives a new token, good for a quarter of an hour, each time it is asked. */
@ExtendWith(VertxExtension.class)
@Timeout(60)
class PassTest {
    private static final Credential CREDENTIAL = new Credential("ris & pacs", SecretToken.make());

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private long nanos = Long.MAX_VALUE - 1; // it overflows, as System.nanoTime may
    private Pass pass;

    @BeforeEach
    void open(Vertx vertx) {
        HttpServer server = vertx.createHttpServer()
                .requestHandler(request -> {
                    var unused = request.body().onSuccess(body -> answer(request, body.toString()));
                })
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        pass = new Pass("http://127.0.0.1:" + server.actualPort() + "/", CREDENTIAL, () -> nanos);
    }

    private void answer(HttpServerRequest request, String body) {
        asked.add(request.method() + " " + request.uri() + " " + body);
        var unused = request.response()
                .setStatusCode(status)
                .end("{\"access_token\":\"t" + asked.size() + "\",\"token_type\":\"Bearer\",\"expires_in\":900}");
    }

    @Test
    void theCredentialIsExchangedForAToken() throws IOException {
        assertThat(pass.awaitHeader()).isEqualTo("Bearer t1");
        assertThat(asked)
                .containsExactly("POST /api/v1/access/token grant_type=client_credentials&client_id=ris+%26+pacs"
                        + "&client_secret=" + CREDENTIAL.secret());
    }

    @Test
    void theTokenIsShownUntilAMinuteBeforeItsEnd() throws IOException {
        String first = pass.awaitHeader();
        nanos += Duration.ofMinutes(14).toNanos() - 1;
        assertThat(pass.awaitHeader()).isEqualTo(first);
        nanos += 1;
        assertThat(pass.awaitHeader()).isEqualTo("Bearer t2");
        assertThat(pass.awaitHeader()).isEqualTo("Bearer t2");
    }

    @Test
    void whoeverAsksMeanwhileGetsTheSameOne() throws Exception {
        CompletableFuture<String> one = pass.header();
        CompletableFuture<String> other = pass.header();

        assertThat(one.get(20, TimeUnit.SECONDS)).isEqualTo(other.get(20, TimeUnit.SECONDS));
        assertThat(asked).hasSize(1);
    }

    @Test
    void whatTheServerRefusedIsNotShownAgain() throws IOException {
        String first = pass.awaitHeader();
        pass.refused(first);
        assertThat(pass.awaitHeader()).isEqualTo("Bearer t2");
        pass.refused(first); // told late: the second one is good
        assertThat(pass.awaitHeader()).isEqualTo("Bearer t2");
    }

    @Test
    void aCredentialThatTheServerDoesNotTakeIsSaidInWordsWithoutTheSecret() {
        status = 401;
        assertThatThrownBy(pass::awaitHeader)
                .isInstanceOf(Pass.Unknown.class)
                .hasMessageContaining("does not know the client ris & pacs")
                .hasMessageNotContaining(CREDENTIAL.secret());
    }

    @Test
    void aServerThatIsBusyIsAskedAgainNextTime() throws IOException {
        status = 503;
        assertThatThrownBy(pass::awaitHeader).isInstanceOf(IOException.class);
        status = 200;
        assertThat(pass.awaitHeader()).isEqualTo("Bearer t2");
    }

    @Test
    void whereNobodyAnswersNobodyIsBlamed() {
        Pass nowhere = new Pass("http://127.0.0.1:1", CREDENTIAL, System::nanoTime);

        assertThatThrownBy(nowhere::awaitHeader).isInstanceOf(IOException.class);
    }
}
