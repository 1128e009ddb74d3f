package cn.dangjian.bench;

import static cn.dangjian.bench.People.expect;

import cn.dangjian.testkit.Api;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * People who read at once: each asks, then waits up to 400 ms.
 *
 * @param count how many they are
 */
record Readers(int count) {

    private static final Duration TIME = Duration.ofSeconds(20);
    private static final int MOST_PAUSE = 400;
    /** What part of a round goes before, for warmth. */
    private static final int FIRST_SHARE = 5;
    /** Code that has hardly run is slow, and takes every connection if all ask at once. */
    private static final int FEW = 4;

    /**
     * The p99 in ms of three rounds; what is asked first, by a few and then by all, warms the house up and does not count.
     *
     * @param questions what the reader of some number asks
     */
    List<Double> measure(IntFunction<Supplier<Api.Answer>> questions) {
        var first = TIME.dividedBy(FIRST_SHARE);
        new Readers(FEW).round(questions, first);
        round(questions, first);
        var figures = new ArrayList<Double>();
        for (int turn = 0; turn < 3; turn++) figures.add(round(questions, TIME));
        return figures;
    }

    private double round(IntFunction<Supplier<Api.Answer>> questions, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        var took = Collections.synchronizedList(new ArrayList<Double>());
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Callable<Void>>();
            for (int i = 0; i < count; i++) {
                var question = questions.apply(i);
                all.add(() -> {
                    var random = RandomGenerator.getDefault();
                    while (System.nanoTime() < end) {
                        Thread.sleep(random.nextInt(MOST_PAUSE));
                        long start = System.nanoTime();
                        expect(200, question.get());
                        took.add((System.nanoTime() - start) / 1e6);
                    }
                    return null;
                });
            }
            for (var done : readers.invokeAll(all)) done.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        var sorted = took.stream().sorted().toList();
        return sorted.get((int) (sorted.size() * 0.99));
    }
}
