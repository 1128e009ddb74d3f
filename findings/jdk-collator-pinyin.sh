#!/usr/bin/env bash
# Package and version: the Collator of JDK 25 (25.0.3), beside com.ibm.icu:icu4j 79.1
#
# Behaviour: the JDK says that it can sort Chinese, and asked for pinyin or strokes (-u-co-) it sorts by code point, without
# a word: 区 before 阿. JDK 17, asked the same, sorts by GB 2312, which looks like pinyin until a rarer surname comes (覃 last
# of all). ICU4J sorts by pinyin, and surnames by the everyday reading of their character: 曾 as ceng, 单 as dan, 解 as jie,
# 区 as qu.
# Seen:
#   code points  区 单 张 曾 李 王 覃 解 赵 阿
#   JDK, pinyin  区 单 张 曾 李 王 覃 解 赵 阿
#   JDK, stroke  区 单 张 曾 李 王 覃 解 赵 阿
#   ICU, pinyin  阿 曾 单 解 李 区 覃 王 张 赵
#   ICU, stroke  区 王 张 李 单 阿 赵 曾 覃 解
#   zh is among the JDK's locales: true
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
import com.ibm.icu.util.ULocale;
import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

class Finding {

    static final List<String> SURNAMES = List.of("王", "李", "张", "曾", "单", "解", "区", "覃", "赵", "阿");

    public static void main(String[] arguments) {
        sorted("code points", Comparator.naturalOrder());
        for (var order : List.of("pinyin", "stroke")) {
            var jdk = Collator.getInstance(Locale.forLanguageTag("zh-CN-u-co-" + order));
            sorted("JDK, " + order, (one, other) -> jdk.compare(one, other));
        }
        for (var order : List.of("pinyin", "stroke")) {
            var icu = com.ibm.icu.text.Collator.getInstance(new ULocale("zh-CN-u-co-" + order));
            sorted("ICU, " + order, (one, other) -> icu.compare(one, other));
        }
        boolean said = Arrays.stream(Collator.getAvailableLocales())
                .anyMatch(locale -> locale.getLanguage().equals("zh"));
        System.out.println("zh is among the JDK's locales: " + said);
    }

    static void sorted(String by, Comparator<String> order) {
        System.out.println(by + "  " + String.join(" ", SURNAMES.stream().sorted(order).toList()));
    }
}
JAVA

"$root/mvnw" -q -B -f pom.xml org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy-dependencies -DoutputDirectory=lib
"$JAVA_HOME/bin/java" -cp 'lib/*' Finding.java | tee output
diff <(echo "$seen") output || { echo "The behaviour changed" >&2 && exit 1; }
