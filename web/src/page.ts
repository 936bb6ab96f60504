// The page's script: only wires the elements to their names.

import { LatihanExercise } from "./element";
import { LatihanMap, LatihanProgress } from "./progress";

customElements.define("latihan-exercise", LatihanExercise);
customElements.define("latihan-progress", LatihanProgress);
customElements.define("latihan-map", LatihanMap);
