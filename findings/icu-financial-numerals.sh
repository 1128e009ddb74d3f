#!/usr/bin/env bash
# Package and version: com.ibm.icu:icu4j 79.1
#
# Behaviour: the rule set "spellout-cardinal-financial" of Chinese writes the capital numerals that cheques and receipts use
# (壹 贰 叁), and not the way in which they must be written there: a leading ten, also before 万 and 亿, is 拾 without the 壹
# that keeps anybody from adding a figure in front of it, while a ten further behind has it: 100010 shows both.
# Seen:
#   10 拾
#   15 拾伍
#   110 壹佰壹拾
#   100010 拾万零壹拾
#   107000 拾万柒仟
#   1000000000 拾亿
#   6007 陆仟零柒
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
seen=$(sed -n 's/^#   //p' "${BASH_SOURCE[0]}")
source "$root/deploy/jdk.sh"
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
      <groupId>com.ibm.icu</groupId>
      <artifactId>icu4j</artifactId>
      <version>79.1</version>
    </dependency>
  </dependencies>
</project>
POM

cat >Finding.java <<'JAVA'
import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;

class Finding {

    public static void main(String[] arguments) {
        var format = new RuleBasedNumberFormat(ULocale.SIMPLIFIED_CHINESE, RuleBasedNumberFormat.SPELLOUT);
        format.setDefaultRuleSet("%spellout-cardinal-financial");
        for (long number : new long[] {10, 15, 110, 100_010, 107_000, 1_000_000_000, 6007})
            System.out.println(number + " " + format.format(number));
    }
}
JAVA

"$root/mvnw" -q -B -f pom.xml org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy-dependencies -DoutputDirectory=lib
"$JAVA_HOME/bin/java" -cp 'lib/*' Finding.java | tee output
diff <(echo "$seen") output || { echo "The behaviour changed" >&2 && exit 1; }
