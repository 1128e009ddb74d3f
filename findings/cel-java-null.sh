#!/usr/bin/env bash
# Package and version: dev.cel:cel 0.14.0 (0.11.0 too)
#
# Behaviour: a Java null, bound itself or in a map as readers of JSON leave it, is neither null nor an error to a rule.
# Whatever depends on it answers, as an ordinary result, a CelUnknownSet, even `paid == null`; only CEL's own NullValue is
# null. And of a BigDecimal 5, which `>=` refuses, `==` says without a word that it is not 5.
# Seen:
#   rule                                5      NullValue  null           BigDecimal 5
#   bill.paid == 5                      true   false      CelUnknownSet  false
#   bill.paid >= 5                      true   error      CelUnknownSet  error
#   bill.paid == null                   false  true       CelUnknownSet  false
#   bill.paid != null && bill.paid > 3  true   false      CelUnknownSet  error
#   paid == null                        false  true       CelUnknownSet  false
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
seen=$(sed -n 's/^#   //p' "${BASH_SOURCE[0]}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat >pom.xml <<'POM'
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId>
  <artifactId>finding</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>dev.cel</groupId>
      <artifactId>cel</artifactId>
      <version>0.14.0</version>
    </dependency>
  </dependencies>
</project>
POM

cat >Finding.java <<'JAVA'
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.NullValue;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelUnknownSet;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;

class Finding {

    static final List<String> RULES = List.of(
            "bill.paid == 5", "bill.paid >= 5", "bill.paid == null", "bill.paid != null && bill.paid > 3", "paid == null");

    public static void main(String[] arguments) {
        line("rule", "5", "NullValue", "null", "BigDecimal 5");
        for (var rule : RULES) {
            line(
                    rule,
                    answer(rule, 5L),
                    answer(rule, NullValue.NULL_VALUE),
                    answer(rule, null),
                    answer(rule, new BigDecimal("5")));
        }
    }

    static void line(String... columns) {
        System.out.printf("%-36s%-7s%-11s%-15s%s%n", (Object[]) columns);
    }

    static String answer(String rule, Object paid) {
        try {
            var ast = CelCompilerFactory.standardCelCompilerBuilder()
                    .addVar("bill", SimpleType.DYN)
                    .addVar("paid", SimpleType.DYN)
                    .build()
                    .compile(rule)
                    .getAst();
            var bill = Collections.singletonMap("paid", paid);
            var program = CelRuntimeFactory.standardCelRuntimeBuilder().build().createProgram(ast);
            var answer = program.eval(rule.startsWith("bill") ? Map.of("bill", bill) : bill);
            return answer instanceof CelUnknownSet ? "CelUnknownSet" : answer.toString();
        } catch (CelEvaluationException e) {
            return "error";
        } catch (CelValidationException e) {
            throw new IllegalArgumentException(rule, e);
        }
    }
}
JAVA

"$root/mvnw" -q -B -f pom.xml org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy-dependencies -DoutputDirectory=lib
java -cp 'lib/*' Finding.java | tee output
diff <(echo "$seen") output || { echo "The behaviour changed" >&2 && exit 1; }
