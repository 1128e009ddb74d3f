#!/usr/bin/env bash
# Package and version: com.ibm.icu:icu4j 79.1
#
# Behaviour: the transliterator "Han-Latin/Names" reads the first character of a text as a surname, whatever follows, so that a
# list of readings made character by character has surnames only: 区 (a district) is ou, 查 zha, 乐 yue, 解 xie. "Han-Latin"
# reads everyday words, and neither knows how places are called: 单县 is Shan, 长沙 Chang, 泌阳 Bi.
# Seen:
#   Han-Latin/Names 区 查 乐 岳麓区 单县 长沙 乐陵 泌阳: ou, zha, yue, yue lu qu, shan xian, chang sha, yue ling, mi yang
#   Han-Latin 区 查 乐 岳麓区 单县 长沙 乐陵 泌阳: qu, cha, le, yue lu qu, dan xian, zhang sha, le ling, mi yang
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
import com.ibm.icu.text.Transliterator;
import java.util.List;
import java.util.stream.Collectors;

class Finding {

    public static void main(String[] arguments) {
        var places = List.of("区", "查", "乐", "岳麓区", "单县", "长沙", "乐陵", "泌阳");
        for (String rules : List.of("Han-Latin/Names", "Han-Latin")) {
            var latin = Transliterator.getInstance(rules + "; NFD; [:Nonspacing Mark:] Remove; Latin-ASCII");
            System.out.println(rules + " " + String.join(" ", places) + ": "
                    + places.stream().map(latin::transliterate).collect(Collectors.joining(", ")));
        }
    }
}
JAVA

"$root/mvnw" -q -B -f pom.xml org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy-dependencies -DoutputDirectory=lib
"$JAVA_HOME/bin/java" -cp 'lib/*' Finding.java | tee output
diff <(echo "$seen") output || { echo "The behaviour changed" >&2 && exit 1; }
