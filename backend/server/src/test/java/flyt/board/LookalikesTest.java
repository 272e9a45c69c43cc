package flyt.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookalikesTest {
    private static final int SEED = 20261123;

    @Test
    void areThoseWhoAreAlikeWhenEachIsComparedWithEach() {
        List<Person> people = people(300, 10, 7);
        Set<Person> alike = new HashSet<>();
        for (Person one : people) {
            if (people.stream().anyMatch(other -> other != one && one.alike(other))) {
                alike.add(one);
            }
        }
        assertThat(alike).as("or this tells nothing").hasSizeBetween(20, 280);
        assertThat(Lookalikes.among(people, Person::signs, Person::alike)).isEqualTo(alike);
    }

    /** Of half a million pairs, whatever they are called. */
    @ParameterizedTest
    @ValueSource(ints = {20, 1})
    void ofAThousandInAPoolFewAreCompared(int letters) {
        AtomicInteger compared = new AtomicInteger();
        Set<Person> alike = Lookalikes.among(people(1_000, letters, 8), Person::signs, (one, other) -> {
            compared.incrementAndGet();
            return one.alike(other);
        });
        assertThat(compared.get()).isBetween(1, 5_000);
        assertThat(alike).isNotEmpty();
    }

    /** With names of up to so many letters out of so many. */
    private static List<Person> people(int count, int letters, int longest) {
        Random random = new Random(SEED);
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder name = new StringBuilder("b");
            for (int k = longest - random.nextInt(3); k > 1; k--) {
                name.append((char) ('a' + random.nextInt(letters)));
            }
            boolean hidden = random.nextInt(20) == 0;
            LocalDate born = LocalDate.of(1930 + random.nextInt(60), 1, 1 + i % 28);
            people.add(
                    new Person("K" + (char) ('A' + i % 26), name.toString(), hidden, "K" + i, name.toString(), born));
        }
        return people;
    }
}
