// cmi5: reads the launch parameters, asks for the token once, and sends the statements that the profile defines.
"use strict";

(() => {
  const VERBS = {
    initialized: "http://adlnet.gov/expapi/verbs/initialized",
    completed: "http://adlnet.gov/expapi/verbs/completed",
    passed: "http://adlnet.gov/expapi/verbs/passed",
    failed: "http://adlnet.gov/expapi/verbs/failed",
    terminated: "http://adlnet.gov/expapi/verbs/terminated",
  };
  const CMI5_CATEGORY = { id: "https://w3id.org/xapi/cmi5/context/categories/cmi5" };
  const MOVE_ON_CATEGORY = { id: "https://w3id.org/xapi/cmi5/context/categories/moveon" };
  const MASTERY = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore";
  const OWN_STATE = "cordee";

  const asked = new URLSearchParams(window.location.search);
  const launch = Object.fromEntries(
    ["endpoint", "fetch", "actor", "registration", "activityId"].map((name) => [name, asked.get(name)]),
  );
  const launched = Object.values(launch).every(Boolean);
  const started = Date.now();
  let token = "";
  let data = null;
  let own = {};
  let initialized = false;
  let terminated = false;

  const duration = () => `PT${Math.max(1, Math.round((Date.now() - started) / 1000))}S`;

  const address = (resource, parameters = {}) => {
    const url = new URL(resource, launch.endpoint.replace(/\/*$/, "/"));
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
    return url;
  };

  const ask = async (url, options = {}) => {
    const answer = await fetch(url, {
      ...options,
      headers: {
        Authorization: `Basic ${token}`,
        "X-Experience-API-Version": "1.0.3",
        ...(options.body ? { "Content-Type": "application/json" } : {}),
        ...options.headers,
      },
    });
    if (!answer.ok && answer.status !== 404) throw new Error(`${answer.status}`);
    return answer;
  };

  const state = (stateId) =>
    address("activities/state", {
      activityId: launch.activityId,
      agent: launch.actor,
      registration: launch.registration,
      stateId,
    });

  const statement = (verb, result, categories = []) => {
    const template = data.contextTemplate ?? {};
    const activities = template.contextActivities ?? {};
    const context = {
      ...template,
      registration: launch.registration,
      contextActivities: { ...activities, category: [...(activities.category ?? []), CMI5_CATEGORY, ...categories] },
    };
    if ((verb === "passed" || verb === "failed") && data.masteryScore !== undefined) {
      context.extensions = { ...template.extensions, [MASTERY]: data.masteryScore };
    }
    return {
      id: uuid(),
      timestamp: new Date().toISOString(),
      actor: JSON.parse(launch.actor),
      verb: { id: VERBS[verb], display: { en: verb } },
      object: { objectType: "Activity", id: launch.activityId },
      context,
      ...(result ? { result } : {}),
    };
  };

  // `crypto.randomUUID` exists on secure pages only; platforms on a local network are not always that.
  const uuid = () =>
    "10000000-1000-4000-8000-100000000000".replace(/[018]/g, (digit) =>
      (Number(digit) ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (Number(digit) / 4)))).toString(16),
    );

  const send = (verb, result, categories, options = {}) =>
    ask(address("statements"), {
      method: "POST",
      body: JSON.stringify(statement(verb, result, categories)),
      ...options,
    });

  const keep = (changes) => {
    own = { ...own, ...changes };
    return ask(state(OWN_STATE), { method: "PUT", body: JSON.stringify(own) });
  };

  const judge = async (score) => {
    const scaled = score.right / score.asked;
    const mastery = data.masteryScore ?? 0;
    const passed = scaled >= mastery;
    if (own.passed) return;
    await send(
      passed ? "passed" : "failed",
      { success: passed, duration: duration(), score: { scaled, raw: score.right, min: 0, max: score.asked } },
      [MOVE_ON_CATEGORY],
    );
    if (passed) await keep({ passed: true });
  };

  const isNormal = () => (data.launchMode ?? "Normal") === "Normal";

  window.cordee = {
    connected: () => initialized,
    canLeave: () => initialized && Boolean(data.returnURL),

    async start() {
      if (!launched) return "";
      const given = await fetch(launch.fetch, { method: "POST" });
      token = (await given.json())["auth-token"];
      if (!token) throw new Error("no token");
      data = await (await ask(state("LMS.LaunchData"))).json();
      await ask(address("agents/profile", { agent: launch.actor, profileId: "cmi5LearnerPreferences" }));
      const known = await ask(state(OWN_STATE));
      if (known.ok) own = await known.json();
      await send("initialized");
      initialized = true;
      return own.text ?? "";
    },

    async complete(score, text) {
      if (!initialized || !isNormal()) return;
      if (text !== undefined) await keep({ text });
      if (score) await judge(score);
      if (own.completed) return;
      await send("completed", { completion: true, duration: duration() }, [MOVE_ON_CATEGORY]);
      await keep({ completed: true });
    },

    async leave() {
      await window.cordee.end();
      window.location.assign(data.returnURL);
    },

    async end() {
      if (!initialized || terminated) return;
      terminated = true;
      await send("terminated", { duration: duration() }, [], { keepalive: true });
    },
  };
})();
