package flyt.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;

/** Tests that look at one page each; the page has nothing to complain of in the end. */
abstract class OnScreen extends OnPages {

    Screen screen;

    @AfterEach
    void close() {
        assertThat(screen.complaints()).isEmpty();
        screen.close();
    }
}
