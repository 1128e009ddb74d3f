package cn.dangjian.local;

import java.util.concurrent.CountDownLatch;

/** The smallest application: ends at once, or never if the environment says {@code STAY}. */
public final class Trial {

    private Trial() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.out.println("started");
        if (System.getenv("STAY") != null) new CountDownLatch(1).await();
    }
}
