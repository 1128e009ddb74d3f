package cn.dangjian.bench;

import cn.dangjian.local.HouseException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** {@code deploy/bench/run}: figures go to standard output as Markdown, progress to standard error. */
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) {
        try {
            run(BenchOptions.parse(arguments));
        } catch (IllegalArgumentException | HouseException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void run(BenchOptions options) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var divisions = options.divisions();
        System.err.println("Measuring with " + divisions.size() + " units; free cores are needed for even times");
        try (var site = Site.open(options)) {
            var imports = new Imports(site);
            var first = imports.run(divisions, "of the empty house");
            var move = options.moves() ? new MoveBench(site, options, imports).run() : "";
            var dispatch = options.dispatch() ? new DispatchBench(site, options, first.root()).run() : "";
            var relay = options.relay() ? new RelayBench(site, options, first.root()).run() : "";
            var members = options.members() ? new MemberBench(site, options, first.root()).run() : "";
            var dues = options.dues() ? new DuesBench(site, options, first.root()).run() : "";
            var assessment = options.assessment() ? new AssessmentBench(site, options, first.root()).run() : "";
            var statistics = options.statistics() ? new StatisticsBench(site, options, first.root()).run() : "";
            var signIns = options.signIns() ? new SignInBench(site, options, first.root()).run() : "";
            var more = options.imports() ? new ImportBench(site, options, imports, divisions).run(first) : "";

            out.println(site.conditions(options));
            out.println();
            out.print(dispatch);
            out.print(relay);
            out.print(move);
            out.print(members);
            out.print(dues);
            out.print(assessment);
            out.print(statistics);
            out.print(signIns);
            out.print(more);
        }
    }
}
