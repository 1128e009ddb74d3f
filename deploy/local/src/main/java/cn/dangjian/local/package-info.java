/** The whole house on one machine: every service its own process, on real servers; {@code deploy/up} runs it, the journeys drive it. */
@NullMarked
package cn.dangjian.local;

import org.jspecify.annotations.NullMarked;
