package cn.dangjian.local;

import java.nio.file.Path;
import java.util.Locale;

/** What {@code deploy/compose/up} has done in Java: {@code secrets}, {@code secrets --demo}, {@code demo}. */
public final class Compose {

    private Compose() {}

    public static void main(String[] arguments) {
        try {
            switch (String.join(" ", arguments)) {
                case "secrets" -> files(false);
                case "secrets --demo" -> files(true);
                case "demo" -> demo();
                default -> throw new HouseException("secrets, secrets --demo or demo");
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

    private static void demo() {
        for (var account : House.composed(System.out).demoAccounts()) {
            System.out.printf(
                    "  %-15s  %s  %s  (%s)%n",
                    account.tier().toLowerCase(Locale.ROOT), account.login(), account.password(), account.unitName());
        }
    }
}
