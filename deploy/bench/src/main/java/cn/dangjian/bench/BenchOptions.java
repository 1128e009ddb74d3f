package cn.dangjian.bench;

import java.nio.file.Path;

/**
 * What is measured, and how often.
 *
 * @param root the repository
 * @param work where the house of the bench and the files that are made for it lie
 * @param folder the province's files
 * @param villages of a fictitious province; 0 for the one in the folder
 * @param blocks of two turns of the house and two of its control; half as many imports
 * @param people how many members are made
 * @param only {@code dispatch}, {@code relay}, {@code import}, {@code move}, {@code member}, {@code dues}, {@code assessment},
 *     {@code statistics} or {@code sign-in};
 *     empty for all
 */
record BenchOptions(Path root, Path work, Path folder, int villages, int blocks, int people, String only) {

    private static final int BLOCKS = 4;
    private static final int QUICK = 2;
    private static final int MOST = 30;
    private static final int PEOPLE = 100_000;
    private static final int MOST_PEOPLE = 6_000_000;

    static BenchOptions parse(String[] arguments) {
        var root =
                Path.of(System.getProperty("house.root", ".")).toAbsolutePath().normalize();
        var folder = root.resolve("../shared/data/hunan").normalize();
        int villages = 0;
        int blocks = BLOCKS;
        int people = PEOPLE;
        var only = "";
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--folder" -> folder = Path.of(value(arguments, ++i)).toAbsolutePath();
                case "--synthetic" -> villages = number(arguments, ++i, Divisions.MOST);
                case "--blocks" -> blocks = number(arguments, ++i, MOST);
                case "--people" -> people = number(arguments, ++i, MOST_PEOPLE);
                case "--quick" -> blocks = QUICK;
                case "--only" -> only = value(arguments, ++i);
                default ->
                    throw new IllegalArgumentException(
                            "Unknown option " + arguments[i] + ", see deploy/bench/run --help");
            }
        }
        if (!only.matches("|dispatch|relay|import|move|member|dues|assessment|statistics|sign-in"))
            throw new IllegalArgumentException(
                    "--only dispatch, --only relay, --only import, --only move, --only member, --only dues, --only"
                            + " assessment, --only statistics or --only sign-in");
        return new BenchOptions(
                root, root.resolve("deploy/bench/target/house"), folder, villages, blocks, people, only);
    }

    Divisions divisions() {
        return villages > 0 ? Divisions.synthetic(villages, work.resolve("files")) : Divisions.of(folder);
    }

    boolean dispatch() {
        return isAsked("dispatch");
    }

    boolean relay() {
        return isAsked("relay");
    }

    boolean imports() {
        return isAsked("import");
    }

    boolean moves() {
        return isAsked("move");
    }

    boolean members() {
        return isAsked("member");
    }

    boolean dues() {
        return isAsked("dues");
    }

    boolean assessment() {
        return isAsked("assessment");
    }

    boolean statistics() {
        return isAsked("statistics");
    }

    boolean signIns() {
        return isAsked("sign-in");
    }

    private boolean isAsked(String what) {
        return only.isEmpty() || only.equals(what);
    }

    private static String value(String[] arguments, int index) {
        if (index < arguments.length) return arguments[index];
        throw new IllegalArgumentException(arguments[index - 1] + " needs a value");
    }

    private static int number(String[] arguments, int index, int most) {
        var value = value(arguments, index);
        if (value.matches("[1-9][0-9]{0,6}") && Integer.parseInt(value) <= most) return Integer.parseInt(value);
        throw new IllegalArgumentException(arguments[index - 1] + " needs a number from 1 to " + most);
    }
}
