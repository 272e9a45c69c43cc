package flyt.runtime;

import static flyt.runtime.House.await;

import flyt.journal.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** Tests of one member with one writer and a real PostgreSQL, new for each. */
@Timeout(120)
abstract class InAHouse {
    TestDatabase testDatabase;
    House house;

    @BeforeEach
    void open() {
        testDatabase = TestDatabase.fresh();
        house = new House(testDatabase, 5_000);
        house.define();
    }

    @AfterEach
    void close() {
        house.close();
        testDatabase.close();
    }

    long head() {
        return await(house.work.journal().head("KAL")).orElseThrow();
    }
}
