// One step in a package: what the reader does here, told to the platform by `window.cordee`, which each standard brings.
"use strict";

(() => {
  const form = document.getElementById("step");
  const status = form.querySelector("[data-status]");
  const text = form.querySelector("textarea");
  const again = form.querySelector("[data-again]");
  const finish = form.querySelector("[data-finish]");
  const leave = form.querySelector("[data-leave]");
  const questions = [...form.querySelectorAll("[data-question]")];

  const say = (words) => {
    status.textContent = words;
  };

  const told = async (promise, words) => {
    try {
      await promise;
      say(window.cordee.connected() ? words : status.dataset.alone);
      leave.hidden = !window.cordee.canLeave();
    } catch {
      say(status.dataset.lost);
    }
  };

  const chosen = (question) => question.querySelector("input:checked");

  const refuseUnanswered = () => {
    const left = questions.filter((question) => !chosen(question));
    for (const question of questions) {
      question.querySelector("[data-missing]").hidden = !left.includes(question);
    }
    left[0]?.querySelector("input").focus();
    return left.length > 0;
  };

  const reveal = (shown) => {
    for (const choice of form.querySelectorAll(".choice")) {
      const input = choice.querySelector("input");
      const right = "right" in choice.dataset;
      input.disabled = shown;
      choice.querySelector(".explanation").hidden = !shown;
      choice.classList.toggle("is-right", shown && right);
      choice.classList.toggle("is-wrong", shown && input.checked && !right);
    }
    finish.hidden = shown;
    again.hidden = !shown;
  };

  const markQuiz = () => {
    if (refuseUnanswered()) return;
    const right = questions.filter((question) => "right" in chosen(question).closest(".choice").dataset).length;
    const asked = questions.length;
    reveal(true);
    again.focus();
    const words = status.dataset.score.replace("{right}", right).replace("{asked}", asked);
    told(window.cordee.complete({ right, asked }), words);
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (questions.length) {
      markQuiz();
    } else {
      told(window.cordee.complete(null, text?.value), status.dataset.done);
    }
  });

  again?.addEventListener("click", () => {
    form.reset();
    reveal(false);
    say("");
    questions[0].querySelector("input").focus();
  });

  leave.addEventListener("click", () => window.cordee.leave());
  window.addEventListener("pagehide", () => window.cordee.end());

  window.cordee.start().then(
    (kept) => {
      if (text && kept && !text.value) text.value = kept;
    },
    () => say(status.dataset.lost),
  );
})();
