package cn.dangjian.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * What {@code deploy/compose} has done in Java: {@code secrets}, {@code secrets --demo}, {@code demo}, and
 * {@code load REQUESTS-PER-SECOND SECONDS}, which ends with 1 if a request failed.
 */
public final class Compose {

    private Compose() {}

    public static void main(String[] arguments) {
        try {
            if (arguments.length == 3 && arguments[0].equals("load")) {
                load(Integer.parseInt(arguments[1]), Duration.ofSeconds(Integer.parseInt(arguments[2])));
                return;
            }
            switch (String.join(" ", arguments)) {
                case "secrets" -> files(false);
                case "secrets --demo" -> files(true);
                case "demo" -> demo();
                default -> throw new HouseException("secrets, secrets --demo, demo, or load and two numbers");
            }
        } catch (HouseException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void files(boolean sandbox) {
        var data = Path.of(System.getProperty("house.data"));
        new ComposeFiles(data, ServiceEntry.all()).write(sandbox);
    }

    private static void load(int perSecond, Duration time) {
        long failed = new Load(ComposeHouse.found(new Progress(System.out, System.nanoTime())), System.out)
                .run(perSecond, time);
        if (failed > 0) throw new HouseException(failed + " requests failed");
    }

    private static void demo() {
        for (var account : House.composed(System.out).demoAccounts()) {
            System.out.printf(
                    "  %-15s  %s  %s  (%s)%n",
                    account.tier().toLowerCase(Locale.ROOT), account.login(), account.password(), account.unitName());
        }
    }
}
