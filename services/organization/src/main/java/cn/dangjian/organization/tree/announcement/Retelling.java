package cn.dangjian.organization.tree.announcement;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * When a room tells again what is marked: soon after the operator has asked, without waiting for the room's next look at all
 * it has. That look tells what is marked too, and so what a process that died has left of it.
 */
public final class Retelling {

    /** Until what was asked for is committed, or was told by another process. */
    private static final int TURNS = 30;

    private final BooleanSupplier tellSome;
    private final AtomicInteger turns = new AtomicInteger();

    /** @param tellSome tells some of those that are marked, in one transaction; whether there were any */
    public Retelling(BooleanSupplier tellSome) {
        this.tellSome = tellSome;
    }

    /** Those that are marked are told at one of the next turns. */
    public void ask() {
        turns.set(TURNS);
    }

    /** Does nothing if nobody has asked. Whoever asks meanwhile is not forgotten, and nobody is over a fault. */
    public void turn() {
        int left = turns.getAndSet(0);
        if (left == 0) return;
        boolean told = false;
        try {
            told = tellMarked();
        } finally {
            if (!told) turns.compareAndSet(0, left - 1);
        }
    }

    /** One transaction after the other, until none is marked; whether there were any. */
    public boolean tellMarked() {
        boolean any = false;
        while (tellSome.getAsBoolean()) any = true;
        return any;
    }
}
