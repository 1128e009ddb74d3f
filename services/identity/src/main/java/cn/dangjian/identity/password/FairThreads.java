package cn.dangjian.identity.password;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/** A few platform threads whose work is taken by turns: one piece from each address that has some waiting. */
final class FairThreads {

    /** By address, that whose turn comes next first. */
    private final Map<String, Queue<FutureTask<?>>> waiting = new LinkedHashMap<>();

    private final List<Thread> threads = new ArrayList<>();

    FairThreads(int size) {
        for (int i = 0; i < size; i++)
            threads.add(Thread.ofPlatform().daemon().name("password-" + i).start(this::work));
    }

    <T> Future<T> submit(String address, Callable<T> work) {
        var task = new FutureTask<>(work);
        add(address, task);
        return task;
    }

    void stop() {
        threads.forEach(Thread::interrupt);
        cancelAll();
    }

    private synchronized void add(String address, FutureTask<?> task) {
        waiting.computeIfAbsent(address, any -> new ArrayDeque<>()).add(task);
        notifyAll();
    }

    private synchronized void cancelAll() {
        waiting.values().forEach(tasks -> tasks.forEach(task -> task.cancel(false)));
        waiting.clear();
    }

    private void work() {
        try {
            while (true) next().run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized FutureTask<?> next() throws InterruptedException {
        while (waiting.isEmpty()) wait();
        var first = waiting.entrySet().iterator().next();
        var tasks = first.getValue();
        var task = tasks.remove();
        // out in any case, and in again behind all others
        waiting.remove(first.getKey());
        if (!tasks.isEmpty()) waiting.put(first.getKey(), tasks);
        return task;
    }
}
