# Sourced by what is here and needs Java: exports JAVA_HOME, a JDK 25 or newer, or says what is missing.

is_new_enough() {
  [[ -x $1/bin/javac ]] || return 1
  local version
  version=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p;T;q')
  [[ -n $version && $version -ge 25 ]]
}

find_jdk() {
  local candidate
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /opt/*jdk*; do
    if [[ -n $candidate ]] && is_new_enough "$candidate"; then
      echo "$candidate"
      return
    fi
  done
  return 1
}

if ! JAVA_HOME=$(find_jdk); then
  echo "No JDK 25 or newer was found (未找到 JDK 25): install one under /usr/lib/jvm, or set JAVA_HOME to it." >&2
  exit 1
fi
export JAVA_HOME
