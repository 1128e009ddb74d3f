/** What every test needs: a service on real servers, callers of every tier, examples of events, the rules of the house. */
@NullMarked
package cn.dangjian.testkit;

import org.jspecify.annotations.NullMarked;
