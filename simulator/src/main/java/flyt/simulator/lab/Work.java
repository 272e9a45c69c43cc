package flyt.simulator.lab;

import java.util.List;

/**
 * What became of a demand under a policy.
 *
 * @param done the jobs that were done, each once, as they ended
 * @param undone those that nobody ever took: the roster has nobody who may
 * @param onDutySeconds of all workers in the days that count
 * @param busySeconds of these, walking or at work
 */
record Work(List<Outcome> done, List<Job> undone, long onDutySeconds, long busySeconds) {

    Work {
        done = List.copyOf(done);
        undone = List.copyOf(undone);
    }
}
