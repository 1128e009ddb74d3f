package cn.dangjian.testkit.doors;

/** The numbers of Spring's names of statuses, which the test kit itself does not have on its class path. */
final class Statuses {

    private static final String NAMES = "org.springframework.http.HttpStatus";

    private Statuses() {}

    static int number(String name) {
        try {
            for (Object each : Class.forName(NAMES).getEnumConstants()) {
                if (((Enum<?>) each).name().equals(name)) return number(each);
            }
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
        throw new IllegalArgumentException(name);
    }

    static int number(Object status) {
        try {
            return (int) status.getClass().getMethod("value").invoke(status);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
